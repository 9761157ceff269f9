// The language of a run, the exit codes, and help: every command in both languages, nothing untranslated.
import { describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../src/cli/command-spec.ts';
import { commandNames, loadCommand } from '../../src/cli/commands/registry.ts';
import { optionsOf } from '../../src/cli/declare.ts';
import { exitCodes, OK } from '../../src/cli/exit.ts';
import { demo } from '../support/demo.ts';
import { langs } from '../support/errors.ts';
import { run, runBytes } from '../support/run.ts';
import { wordsFor } from '../support/words.ts';

const leaves: readonly CommandSpec[] = (await Promise.all(commandNames.map(loadCommand))).flat();

describe('the language', () => {
  /** What the environment says; an empty entry is none. */
  const resolved: readonly (readonly [string, readonly string[], Record<string, string>])[] = [
    ['zh', ['--lang', 'zh'], { YANQUAN_LANG: 'en', LC_ALL: 'en_US.UTF-8' }],
    ['en', ['--lang=en'], { YANQUAN_LANG: 'zh', LC_ALL: 'zh_CN.UTF-8' }],
    ['zh', [], { YANQUAN_LANG: 'zh', LC_ALL: 'en_US.UTF-8' }],
    ['en', [], { YANQUAN_LANG: 'en', LC_ALL: 'zh_CN.UTF-8' }],
    ['zh', [], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }],
    ['en', [], { LC_ALL: 'C', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }],
    ['zh', [], { LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'C' }],
    ['zh', [], { LANG: 'zh_CN.UTF-8' }],
    ['en', [], { LANG: 'fr_FR.UTF-8' }],
    ['en', [], {}],
  ];
  // The support's world is English unless stated otherwise: an empty value means that the variable is not set.
  it.each(resolved)('%s by %j and %j', async (lang, args, env) => {
    const { YANQUAN_LANG, ...rest } = { YANQUAN_LANG: undefined, ...env } as Record<
      string,
      string | undefined
    >;
    const ran = await run(['--help', ...args], { env: { ...rest, YANQUAN_LANG } as Record<string, string> });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(wordsFor(lang as 'zh' | 'en').term('help.program'));
  });

  it('a usage failure is said in it too, and another language is refused by name', async () => {
    const ran = await run(['tally', '--lang', 'fr']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('fr');
    expect((await run(['tallly', '--lang', 'zh'])).stderr).toMatch(/^没有命令 tallly/);
  });
});

describe('exit codes', () => {
  it('are those of the contract', () => {
    expect({ ok: OK, ...exitCodes }).toEqual({
      ok: 0,
      refused: 1,
      usage: 2,
      found: 3,
      damaged: 4,
      bug: 70,
      storage: 74,
      again: 75,
    });
  });
});

describe.each(langs)('help in %s', (lang) => {
  const words = wordsFor(lang);

  it.each(leaves.map((leaf) => leaf.name))('%s', async (name) => {
    const ran = await run([...name.split(' '), '--help', '--lang', lang]);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    const key = name.replaceAll(/[ -]/g, '_');
    expect(words.has(`help.${key}`)).toBe(true);
    expect(ran.stdout.replaceAll(/\s+/g, '')).toContain(words.term(`help.${key}`).replaceAll(/\s+/g, ''));
    expect(ran.stdout).not.toMatch(/help\.\w|option\.\w|summary\.\w|example\.\w|undefined/);
    if (lang === 'zh') {
      for (const title of ['Usage:', 'Options:', 'Arguments:', 'Commands:', 'default:', 'choices:'])
        expect(ran.stdout).not.toContain(title);
    } else {
      const own = ran.stdout.replace(
        words.has(`example.${key}`)
          ? words
              .term(`example.${key}`)
              .split('\n')
              .map((line) => `  ${line}`)
              .join('\n')
          : '',
        '',
      );
      expect(own).not.toMatch(/[\u3400-\u9fff]/);
    }
  });

  it('every option of every command has a text of its own language', async () => {
    for (const leaf of leaves) {
      const ran = await run([...leaf.name.split(' '), '--help', '--lang', lang]);
      for (const spec of optionsOf(leaf)) {
        const flag = /--[a-z-]+/.exec(spec.flags)?.[0] ?? '';
        const line = ran.stdout.split('\n').find((each) => each.trim().startsWith(spec.flags));
        expect({ leaf: leaf.name, flag, told: line !== undefined }).toEqual({
          leaf: leaf.name,
          flag,
          told: true,
        });
        if (lang === 'zh')
          expect({ leaf: leaf.name, line }).toMatchObject({
            line: expect.stringMatching(/[\u3400-\u9fff]|SHA-256/),
          });
      }
    }
  });

  it('the program names every command with its summary, and help COMMAND is COMMAND --help', async () => {
    const { stdout } = await run(['--help', '--lang', lang]);
    for (const name of commandNames)
      expect(stdout).toMatch(new RegExp(`^  (?:[a-z]+, )*${name}\\b.*\\S`, 'm'));
    const help = await run(['help', 'tally', '--lang', lang]);
    expect(help.stdout).toBe((await run(['tally', '--help', '--lang', lang])).stdout);
  });
});

describe('near misses', () => {
  const near: readonly (readonly [readonly string[], string])[] = [
    [['findng', 'list'], 'finding'],
    [['cadres'], 'cadre'],
    [['finding', 'lst'], 'finding list'],
    [['round', 'opne'], 'round open'],
    [['finding', 'list', '--outstandin'], '--outstanding'],
    [['import', 'cheks', 'x.csv'], 'checks'],
    [['export', 'Findngs'], 'findings'],
  ];
  it.each(near)('%j: did you mean %s', async (args, meant) => {
    for (const lang of langs) {
      const ran = await run([...args, '--lang', lang]);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain(lang === 'zh' ? `是否指 ${meant}` : `did you mean ${meant}`);
    }
  });
});

it.each([
  ['a table', ['circle']],
  ['csv', ['circle', '--format', 'csv', '--headers', 'zh']],
  ['a card', ['cadre', 'show', 'TJ018']],
  ['a notice', ['notice', '--format', 'md']],
  ['a document', ['explain', 'TJ018', '--format', 'md']],
])('%s goes to the standard output in GB18030 where that is asked for', async (_, args) => {
  const { ledger } = await demo();
  const all = ['--ledger', ledger, '--lang', 'zh', ...args];
  const { bytes: plain } = await runBytes(all);
  const { bytes: encoded } = await runBytes([...all, '--encoding', 'gb18030']);
  expect(encoded.equals(plain)).toBe(false);
  expect(new TextDecoder('gb18030', { fatal: true }).decode(encoded)).toBe(plain.toString('utf8'));
});
