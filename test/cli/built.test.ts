// The program as it is built: every chunk loads, and writes the same bytes as the source.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { afterDemo, demoLedgerIn } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { home, runOk } from '../support/run.ts';

test('every chunk loads, and a notice is the same file as from the source', async () => {
  // As in an office's own folder.
  const folder = join(temporaryFolder(), '严圈 台账');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  for (const name of ['src', 'fixtures', 'node_modules', 'package.json', 'CHANGELOG.md'])
    symlinkSync(join(home, name), join(folder, name));
  cpSync(join(home, 'bin'), join(folder, 'bin'), { recursive: true });
  execFileSync(process.execPath, [join(folder, 'bin', 'build.js')], { cwd: folder, stdio: 'ignore' });
  // Threads are run, not loaded; see below, and test/faults and test/security, which verify ledgers with what is built.
  const chunks = readdirSync(join(folder, 'dist')).filter(
    (name) => name.endsWith('.cjs') && !/-(thread|worker)/.test(name),
  );
  expect(chunks.length).toBeGreaterThan(50);
  const dist = JSON.stringify(`${join(folder, 'dist')}/`);
  const loading = `for (const name of ${JSON.stringify(chunks)}) require(${dist} + name)`;
  const ledger = ['--ledger', await demoLedgerIn(folder)];
  const [built, source] = [join(folder, 'a.docx'), join(folder, 'b.docx')];
  const words = JSON.stringify(['notice', '--round', '2', '--lang', 'zh', '-o', built, ...ledger]);
  const running = `${loading}; require(${dist} + 'run.cjs').run(${words}, ${JSON.stringify(home)}).then((code) => { process.exitCode = code; })`;
  execFileSync(process.execPath, ['-e', running]);
  await runOk(['notice', '--round', '2', '--lang', 'zh', '-o', source, ...ledger], afterDemo);
  expect(readFileSync(built).equals(readFileSync(source))).toBe(true);
});
