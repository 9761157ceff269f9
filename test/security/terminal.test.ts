// What data or a command line may bring never reaches a terminal: every command, its answer and its talk, in both languages.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../support/folder.ts';
import { type Ran, run } from '../support/run.ts';
import { everyCommand, lists, placed, valueOptions } from './every-command.ts';
import { terminalPayloads } from './payloads.ts';
import { plant, planted } from './planted.ts';

const texts = terminalPayloads.map(([, text]) => `始${text.toWellFormed()}终`);
/** All at once, as a single argument: half a character too, but no NUL, which ends an argument. */
const all = terminalPayloads.map(([, text]) => text.replaceAll('\0', '')).join('x');
const CODES = [0, 1, 2, 3, 4, 74, 75];
const langs = ['zh', 'en'] as const;
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

const folder = mkdtempSync(join(tmpdir(), 'yanquan-terminal-'));
const commands = await everyCommand();

beforeAll(async () => {
  await plant(folder, texts);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Line feeds alone are the program's own. */
function expectSafe(ran: Ran, what: string): void {
  for (const text of [ran.stdout, ran.stderr]) {
    const found = UNSAFE.exec(text.replaceAll('\n', ''));
    const about =
      found === null
        ? ''
        : JSON.stringify(text.replaceAll('\n', '').slice(found.index - 40, found.index + 20));
    expect(about, what).toBe('');
  }
  expect(CODES, `${what}\n${ran.stderr}`).toContain(ran.code);
}

/** A folder with the planted ledger and its files. */
function own(): string {
  const mine = temporaryFolder();
  for (const name of ['yanquan.db', 'findings.jsonl']) copyFileSync(join(folder, name), join(mine, name));
  return mine;
}

const onTerminal = { ...planted, width: 100, stderrIsTerminal: true };

describe.each(commands.map((each) => [each.leaf.name, each] as const))('%s', (_, { leaf, calls }) => {
  it('shows what the ledger holds, cleaned', async () => {
    const formats = lists(leaf) ? ['table', 'csv', 'json', 'jsonl', 'md'] : [''];
    for (const call of calls) {
      const mine = own();
      for (const [at, format] of (call.includes('--format') ? [''] : formats).entries()) {
        const args = [...placed(call, mine), ...(format === '' ? [] : ['--format', format])];
        // Both languages for what people read; machines have one.
        for (const lang of at === 0 ? langs : (['en'] as const)) {
          const ran = await run([...args, '--ledger', join(mine, 'yanquan.db'), '--lang', lang], {
            ...onTerminal,
            env: { NO_COLOR: '1' },
          });
          expectSafe(ran, args.join(' '));
        }
      }
    }
  });

  it('says what is wrong with its arguments, cleaned', async () => {
    const mine = own();
    const [call = []] = calls;
    const words = leaf.name.split(' ');
    const positional = placed(call, mine).map((word, at) => (at < words.length ? word : all));
    const attempts = [
      positional,
      [...words, all],
      [...words, all, all],
      [...words, `--${all}`],
      ...valueOptions(leaf).map((option) => [...placed(call, mine), option, all]),
    ];
    for (const [at, attempt] of attempts.entries()) {
      const where = attempt.includes('--ledger') ? [] : ['--ledger', join(mine, 'yanquan.db')];
      const lang = attempt.includes('--lang') ? [] : ['--lang', langs[at % 2] ?? 'zh'];
      const ran = await run([...attempt, ...where, ...lang], { ...onTerminal, env: { NO_COLOR: '1' } });
      expectSafe(ran, attempt.join(' '));
    }
  });
});

describe('beside the commands', () => {
  it.each([
    [[all]],
    [['help', all]],
    [[all, '--help']],
    [['--lang', all, 'tally']],
    [['--color', all, 'log']],
  ])('a command line that is none: %#', async (args) => {
    expectSafe(await run(args, { ...onTerminal, env: { NO_COLOR: '1' } }), args.join(' '));
  });

  it('the environment', async () => {
    const env = { NO_COLOR: '1', YANQUAN_ACTOR: all, YANQUAN_LEDGER: all, YANQUAN_LANG: all };
    for (const args of [[], ['log'], ['init'], ['cadre', 'add', 'C0', '--name', 'n', '--rank', 'staff']])
      expectSafe(await run(args, { ...onTerminal, env }), args.join(' '));
  });

  it('the completion of a command line', async () => {
    const args = ['complete', '--', 'finding', 'show', ''];
    const env = { NO_COLOR: '1', YANQUAN_LEDGER: join(own(), 'yanquan.db') };
    const ran = await run(args, { ...onTerminal, env });
    // A tab separates a word from its meaning: the shell splits them.
    expectSafe({ ...ran, stdout: ran.stdout.replaceAll('\t', '') }, 'complete');
  });

  it('the home page, with a ledger', async () => {
    const env = { NO_COLOR: '1', YANQUAN_LEDGER: join(own(), 'yanquan.db') };
    expectSafe(await run([], { ...onTerminal, env }), 'home');
  });

  it.each(terminalPayloads)('names of files: %s', async (_, text) => {
    const mine = own();
    const name = text.replaceAll(/[\0/]/g, '').toWellFormed();
    const file = put(mine, `${name}.csv`, 'finding_no\nF1\n');
    const ledger = ['--ledger', join(mine, 'yanquan.db')];
    for (const args of [
      ['import', 'findings', file],
      ['import', 'findings', file, '--skip-bad', '--rejects', join(mine, `${name}-rejects.csv`)],
      ['cadre', 'list', '-o', join(mine, `${name}-list.csv`)],
      ['cadre', 'list', '-o', join(mine, 'none', `${name}.csv`)],
      ['backup', join(mine, `${name}.db`)],
      ['restore', join(mine, `${name}-none.db`)],
      ['verify', '--against', file],
    ])
      expectSafe(await run([...args, ...ledger], { ...onTerminal, env: { NO_COLOR: '1' } }), args.join(' '));
  });

  it('a text from a file begins no line of a message', async () => {
    const mine = own();
    const file = put(
      mine,
      'x.jsonl',
      `${JSON.stringify({ finding_no: 'F\nThe ledger is whole', source: 's' })}\n`,
    );
    const ran = await run(['import', 'findings', file, '--ledger', join(mine, 'yanquan.db')], planted);
    expect(ran.code).toBe(1);
    expect(ran.stderr.split('\n').filter((line) => line.startsWith('The ledger'))).toEqual([]);
  });
});

it('there are forty and more', () => {
  expect(terminalPayloads.length).toBeGreaterThanOrEqual(40);
});
