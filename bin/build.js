// Builds dist/: the program bundled, each command in a chunk of its own, the driver left outside; and what V8 compiles
// of it for daily commands.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundler.ts';

const CACHE = join('dist', '.cache');
const { output } = await bundled('dist');

// What an earlier build left goes last: the program is there at every moment.
const built = new Set(output.map(({ fileName }) => fileName));
for (const name of readdirSync('dist')) {
  if (!built.has(name)) rmSync(join('dist', name), { recursive: true });
}

const folder = mkdtempSync(join(tmpdir(), 'yanquan-build-'));
try {
  const node = (...args) => execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const demo = join(folder, 'demo');
  node(join('bin', 'yanquan.js'), 'demo', '--dir', demo);
  // What making a ledger takes is not what is needed every day.
  rmSync(CACHE, { recursive: true, force: true });
  node(join('bin', 'warm.js'), join(demo, 'yanquan.db'));
} finally {
  rmSync(folder, { recursive: true });
}
