// TAB and Enter in real shells on a terminal: what is completed from a ledger comes back as one argument, and nothing runs.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { builtProgram } from '../support/built.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { runOk } from '../support/run.ts';

/** Numbers that a file may bring, each the only one of its first three letters. */
const NUMBERS = [
  'AA-$(touch ran)',
  'AB-`touch ran`',
  'AC-1&&touch ran',
  'AD&1',
  'AE 2 号',
  "AF'3",
  'AG"4',
  'AJ!x',
  'AK~*?[a]',
  'AL\\n',
  'AM〔2018〕1号',
  'AN#1',
];

const SHELLS = {
  bash: ['bash', '--norc', '--noprofile', '-i'],
  zsh: ['zsh', '-f', '-i'],
  fish: ['fish', '--no-config', '-i', '-C', 'source completion'],
} as const;
type Shell = keyof typeof SHELLS;

const installed = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

/** A folder with a ledger of the numbers, and a `yanquan` that completes, but only notes what else it is called with. */
async function place(shell: Shell): Promise<string> {
  const folder = temporaryFolder();
  const ledger = ['--ledger', join(folder, 'yanquan.db')];
  await runOk([...ledger, 'init']);
  await runOk([...ledger, 'cadre', 'add', 'C1', '--name', '王小明', '--rank', 'staff']);
  const rows = NUMBERS.map((number) =>
    [`"${number.replaceAll('"', '""')}"`, '来源', '问题', '2018-09-01', 'C1'].join(),
  );
  const file = put(
    folder,
    'in.csv',
    ['finding_no,source,description,found_on,cadre_no', ...rows, ''].join('\n'),
  );
  await runOk([...ledger, 'import', 'findings', file]);
  put(folder, 'completion', (await runOk(['completion', shell])).stdout);
  const program = put(
    folder,
    'yanquan',
    `#!/bin/sh
case $1 in
  complete) '${process.execPath}' '${await builtProgram()}' "$@"; : > '${folder}/completed' ;;
  *) printf '%s\\0' "$@" > '${folder}/part' && mv '${folder}/part' '${folder}/called' ;;
esac
`,
  );
  chmodSync(program, 0o755);
  return folder;
}

async function until(file: string): Promise<boolean> {
  for (let waited = 0; waited < 20_000; waited += 20) {
    if (existsSync(file)) return true;
    await wait(20);
  }
  return false;
}

/** What the program is called with when a beginning is typed, completed and sent off; undefined when it is not called. */
async function typed(shell: Shell, folder: string, beginning: string): Promise<string[] | undefined> {
  const [completed, called, ready] = ['completed', 'called', 'ready'].map((name) => join(folder, name));
  for (const file of [completed, called, ready]) spawnSync('rm', ['-f', file ?? '']);
  const environment = {
    ...process.env,
    HOME: folder,
    PATH: `${folder}:${process.env.PATH}`,
    TERM: 'dumb',
    LC_ALL: 'C.UTF-8',
  };
  const terminal = spawn(
    'script',
    ['-qfec', SHELLS[shell].map((word) => `'${word}'`).join(' '), '/dev/null'],
    {
      cwd: folder,
      env: environment,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  const type = (keys: string) => terminal.stdin?.write(keys);
  const setUp = {
    bash: 'source ./completion',
    zsh: 'autoload -Uz compinit; compinit -u -D; source ./completion; compdef _yanquan yanquan',
    fish: 'true',
  };
  type(`${setUp[shell]}; : > ready\r`);
  expect(await until(ready ?? ''), 'the shell is ready').toBe(true);
  await wait(300);
  type(`yanquan finding show ${beginning}\t`);
  await until(completed ?? '');
  await wait(400);
  type('\r');
  const came = await until(called ?? '');
  // A shell writes a history when it leaves: its folder is not to be removed before.
  const gone = new Promise((resolve) => terminal.once('exit', resolve));
  type('exit\r');
  terminal.stdin?.end();
  await Promise.race([gone, wait(3_000)]);
  terminal.kill();
  return came
    ? readFileSync(called ?? '', 'utf8')
        .split('\0')
        .slice(0, -1)
    : undefined;
}

describe.each(Object.keys(SHELLS) as Shell[])('in %s', (shell) => {
  test.skipIf(!installed(shell))(
    'a number is one argument, whatever it is made of',
    async () => {
      const folder = await place(shell);
      for (const number of NUMBERS) {
        const args = await typed(shell, folder, number.slice(0, 2));
        expect(args, number).toEqual(['finding', 'show', number]);
        expect(existsSync(join(folder, 'ran')), number).toBe(false);
      }
    },
    240_000,
  );
});
