// Completion in the shells themselves, where they are installed: what is offered, and that nothing typed is run.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtProgram } from '../../support/built.ts';
import { demo } from '../../support/demo.ts';
import { put, temporaryFolder } from '../../support/folder.ts';
import { run, runOk } from '../../support/run.ts';

/** Runs a shell in a folder in which `yanquan` is this program. */
async function inShell(shell: 'bash' | 'zsh' | 'fish', body: (script: string) => string): Promise<string[]> {
  const folder = temporaryFolder();
  const script = put(folder, 'completion', (await runOk(['completion', shell])).stdout);
  const launcher = await builtProgram();
  const program = put(folder, 'yanquan', `#!/bin/sh\nexec '${process.execPath}' '${launcher}' "$@"\n`);
  chmodSync(program, 0o755);
  const env = {
    ...process.env,
    PATH: `${folder}:${process.env.PATH}`,
    HOME: folder,
    YANQUAN_LEDGER: (await demo()).ledger,
  };
  const plain = { bash: ['--norc', '--noprofile'], zsh: ['-f'], fish: ['--no-config'] }[shell];
  const ran = spawnSync(shell, [...plain, '-c', body(script)], { env, cwd: folder, encoding: 'utf8' });
  expect(ran.stderr).toBe('');
  expect(existsSync(join(folder, 'ran'))).toBe(false);
  return ran.stdout.split('\n').filter((line) => line !== '');
}

const installed = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

const offers: Readonly<Record<'bash' | 'zsh' | 'fish', (words: readonly string[]) => Promise<string[]>>> = {
  bash: (words) =>
    inShell('bash', (script) => {
      const typed = words.map((word) => `'${word}'`).join(' ');
      const twice = `source ${script}; source ${script}`;
      return `${twice}; COMP_WORDS=(yanquan ${typed}); COMP_CWORD=${words.length}; compopt() { :; }; __yanquan_complete; printf '%s\\n' "\${COMPREPLY[@]}"`;
    }),
  zsh: (words) =>
    inShell('zsh', (script) => {
      const typed = words.map((word) => `'${word}'`).join(' ');
      const stubs = `compdef() { :; }; _describe() { print -l -- "\${completions[@]%%:*}"; }; _arguments() { :; }`;
      return `${stubs}; source ${script}; words=(yanquan ${typed}); CURRENT=${words.length + 1}; _yanquan`;
    }),
  fish: (words) =>
    inShell(
      'fish',
      (script) => `source ${script}; complete --do-complete 'yanquan ${words.join(' ')}' | cut -f1`,
    ),
};

describe.each(['bash', 'zsh', 'fish'] as const)('%s', (shell) => {
  const offered = offers[shell];

  test.skipIf(!installed(shell))(
    'offers commands, subcommands, options, choices, kinds and numbers',
    async () => {
      expect(await offered(['finding', 're'])).toEqual(expect.arrayContaining(['report', 'reassign']));
      expect(await offered(['notice', '--scope', 'l'])).toEqual(['leader']);
      expect((await offered(['explain', 'TJ02'])).sort()).toEqual([
        'TJ020',
        'TJ021',
        'TJ022',
        'TJ023',
        'TJ024',
        'TJ025',
        'TJ026',
        'TJ027',
        'TJ028',
        'TJ029',
      ]);
      expect(await offered(['finding', 'show', 'SX-00'])).toContain('SX-007');
    },
    120_000,
  );

  test.skipIf(!installed(shell))('runs nothing that is typed', async () => {
    expect(await offered(['explain', '$(touch ran)`touch ran`;touch ran;TJ'])).toEqual([]);
  });
});

test('in every shell the same: commands, options, kinds, numbers behind an option', async () => {
  const { ledger } = await demo();
  const offered = async (...words: string[]) =>
    (await run(['complete', '--', '--ledger', ledger, ...words])).stdout
      .split('\n')
      .map((line) => line.split('\t')[0]);
  expect(await offered('fin')).toEqual(['finding', ':4', '']);
  expect(await offered('notice', '--sc')).toEqual(['--scope', ':4', '']);
  expect(await offered('export', 'ca')).toEqual(['cadres', ':4', '']);
  expect(await offered('finding', 'list', '--cadre', 'TJ018')).toEqual(['TJ018', ':4', '']);
  expect(await offered('round', 'show', '')).toEqual(['2', '1', ':4', '']);
});

test('where no number begins so, names that only one cadre bears', async () => {
  const { ledger } = await demo();
  const offered = async (...words: string[]) =>
    (await run(['complete', '--', '--ledger', ledger, ...words])).stdout;
  expect(await offered('explain', '丙三')).toMatch(/^丙三\tTJ003 丙三 .*\n:4\n$/);
  expect(await offered('finding', 'reassign', 'F-1', '--to', '丙')).toMatch(/^丙三\t/);
  // Two are called 甲一: neither is meant by it.
  expect(await offered('explain', '甲一')).toBe(':0\n');
});

test('the scripts of all four shells are the mended ones of the library', async () => {
  const bash = (await runOk(['completion', 'bash'])).stdout;
  expect(bash).toContain('if declare -F _get_comp_words_by_ref');
  expect(bash).toContain('%q');
  expect(bash).not.toContain('readonly');
  expect(bash).toContain('complete -o default -F');
  for (const shell of ['zsh', 'fish', 'powershell'])
    expect((await runOk(['completion', shell])).stdout).toMatch(/yanquan complete '?--/);
  const near = await run(['completion', 'bsh']);
  expect(near).toMatchObject({ code: 2, stdout: '' });
  expect(near.stderr).toContain('did you mean bash?');
});

test('without a ledger, or with a damaged one, there are no numbers and no noise', async () => {
  const folder = temporaryFolder();
  const broken = put(folder, 'broken.db', 'SQLite format 3\0 and no more');
  for (const ledger of [join(folder, 'none.db'), broken]) {
    const ran = await run(['complete', '--', '--ledger', ledger, 'explain', '']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^:\d\n$/);
  }
});

test('a ledger of many numbers offers some hundreds, and files where a file may stand', async () => {
  expect((await run(['complete', '--', 'import', 'cadres', ''])).stdout).toBe(':0\n');
  expect((await run(['complete', '--', 'dashboard', '-o', ''])).stdout).toBe(':0\n');
  expect((await run(['complete', '--', 'dashboard', '--lang', 'x'])).stdout).toBe(':4\n');
});
