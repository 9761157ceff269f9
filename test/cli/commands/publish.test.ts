// Publishing as far as it goes without a server: refusals in both languages, and the driver loaded by no other command.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { problemsServer } from '../../../src/i18n/en/problems-server.ts';
import { demo, demoLedgerIn } from '../../support/demo.ts';
import { langs, refuseInBoth } from '../../support/errors.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { home, run } from '../../support/run.ts';
import { dictionaries } from '../../support/words.ts';

const NOWHERE = 'postgresql://127.0.0.1:1/yanquan';
const ADD = ['publish', 'add-township', NOWHERE, '--township', '桶井乡'];

describe('refused', () => {
  test.each([
    ['server_url_form', 2, ['publish', 'localhost/yanquan'], ['postgresql://']],
    [
      'server_url_password',
      2,
      ['publish', 'postgresql://u:p@localhost/yanquan'],
      ['PGPASSWORD', '~/.pgpass'],
    ],
    ['server_url_option', 2, ['publish', `${NOWHERE}?options=x`], ['options', 'sslrootcert']],
    ['server_tls_always', 2, ['publish', `${NOWHERE}?sslmode=prefer`], ['prefer', 'verify-full']],
    [
      'server_ca_unreadable',
      1,
      ['publish', `${NOWHERE}?sslmode=verify-full&sslrootcert=/nowhere/ca.pem`],
      ['/nowhere/ca.pem'],
    ],
    ['server_unreachable', 75, ['publish', NOWHERE], ['127.0.0.1:1/yanquan', 'ECONNREFUSED']],
    ['ledger_id_form', 2, [...ADD, '--ledger-id', '123'], ['123', 'yanquan publish id']],
  ] as const)('%s', async (code, exit, args, names) => {
    const folder = temporaryFolder();
    const ledger = await demoLedgerIn(folder);
    await refuseInBoth(folder, [...args, '--ledger', ledger], { code, exit, names });
  });

  test.each(langs)('everything that a server can refuse is told with what to do (%s)', (lang) => {
    const remedy = {
      zh: /请/,
      en: /\b(?:Write|Take|Give|Use|Check|Make|make|use|Leave|have it|have the|give|First|Choose|Check its|run)\b/,
    }[lang];
    const words = Object.assign({}, ...dictionaries[lang]) as Record<string, string>;
    const without = Object.keys(problemsServer).filter((code) => !remedy.test(words[code] ?? ''));
    expect(without).toEqual([]);
  });
});

test('publish id prints the ledger`s id, the same for a copy', async () => {
  const { ledger } = await demo();
  const copy = await demoLedgerIn(temporaryFolder());
  const [one, two] = [
    await run(['publish', 'id', '--ledger', ledger]),
    await run(['publish', 'id', '--ledger', copy]),
  ];
  expect(one).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[0-9a-f]{32}\n$/), stderr: '' });
  expect(two.stdout).toBe(one.stdout);
});

test('the driver of the server is loaded by the commands that speak to one, and by no other', async () => {
  const { ledger } = await demo();
  // One process: what was loaded once stays, so the command that does load it comes last.
  const commands = [
    ...[['round', 'list'], ['dashboard', '-o', '-'], ['verify', '--quick'], ['--help']],
    ['publish', 'id'],
  ];
  const program = `import { createRequire } from 'node:module';
    import { run } from '${home}src/cli/run.ts';
    for (const words of ${JSON.stringify(commands)}) {
      await run([...words, '--ledger', '${ledger}', '--quiet'], '${home}');
      const paths = Object.keys(createRequire('${home}package.json').cache);
      const names = paths.map((path) => /node_modules\\/(pg[^/]*|read|mute-stream)\\//.exec(path)?.[1]);
      process.stderr.write([...new Set(names.filter((name) => name !== undefined))].sort().join(' ') + '\\n');
    }`;
  const args = ['--input-type=module', '-e', program];
  const loaded = spawnSync(process.execPath, args, { encoding: 'utf8' }).stderr.split('\n');
  expect(loaded).toEqual(['', '', '', '', expect.stringMatching(/\bpg\b.*pg-copy-streams/), '']);
});
