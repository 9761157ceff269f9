// The help of every command, in both languages at 80 columns; near misses; and the one decision about colour.
import { describe, expect, test } from 'vitest';
import { commandNames } from '../../src/cli/commands/registry.ts';
import { helpTopics } from '../../src/cli/top-page.ts';
import { visibleWidth } from '../../src/output/text/width.ts';
import { allLeaves } from '../docs/commands.ts';
import { demo } from '../support/demo.ts';
import { run } from '../support/run.ts';

const ESC = '\u001b';
const leaves = (await allLeaves()).flatMap(([, each]) => each);
const titles = { zh: ['用法：', '示例：', '下一步：'], en: ['Usage:', 'Examples:', 'Next:'] };

describe.each(['zh', 'en'] as const)('help in %s', (lang) => {
  test.each(leaves.map((leaf) => leaf.name))(
    '%s: fits, stands in columns, has an example and a next step',
    async (name) => {
      const ran = await run([...name.split(' '), '--help', '--lang', lang], {
        width: 80,
        env: { NO_COLOR: '1' },
      });
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      const lines = ran.stdout.split('\n');
      for (const title of titles[lang]) expect(lines.some((line) => line.startsWith(title))).toBe(true);
      const [, examples = ''] = ran.stdout.split(titles[lang][1] ?? '');
      const wide = lines.filter((line) => visibleWidth(line) > 80 && !examples.includes(line));
      expect(wide).toEqual([]);
      // The descriptions of options are in one column, counted as a terminal does.
      const starts = lines
        .filter((line) => /^ {2}-/.test(line))
        .map((line) => visibleWidth(/^ {2}\S.*? {2,}(?=\S)/.exec(line)?.[0] ?? ''));
      expect(starts.length).toBeGreaterThan(3);
      expect([...new Set(starts)].length).toBe(1);
    },
  );

  test('of the program, of a command with subcommands, by help and by --help the same', async () => {
    const world = { width: 80, env: { NO_COLOR: '1' } };
    for (const words of [['finding'], ['finding', 'list'], ['notice', 'issue']]) {
      const long = await run([...words, '--help', '--lang', lang], world);
      expect(long).toMatchObject({ code: 0, stderr: '' });
      expect((await run(['help', ...words, '--lang', lang], world)).stdout).toBe(long.stdout);
      expect(long.stdout).toContain(titles[lang][2]);
    }
    const [first, all, short] = [['--help', 'tally'], ['--help'], ['-qh', 'tally']].map((words) =>
      run([...words, '--lang', lang], world),
    );
    expect((await first)?.stdout).toBe((await all)?.stdout);
    expect((await short)?.stdout).toBe((await all)?.stdout);
    expect((await run(['help', '--lang', lang], world)).stdout).toBe((await all)?.stdout);
  });

  test('of the program is one screen: each command once, by the clerk’s week', async () => {
    const { stdout } = await run(['--help', '--lang', lang], { width: 80, env: { NO_COLOR: '1' } });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(50);
    expect(lines.filter((line) => visibleWidth(line) > 80)).toEqual([]);
    const listed = lines.flatMap(
      (line) => /^ {2}([a-z]+(?:, [a-z]+)*) {2,}\S/.exec(line)?.[1]?.split(', ') ?? [],
    );
    expect([...listed].sort()).toEqual([...commandNames].sort());
  });

  test.each(helpTopics)('about %s', async (topic) => {
    const ran = await run(['help', topic, '--lang', lang], { width: 80 });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.split('\n').filter((line) => visibleWidth(line) > 80)).toEqual([]);
    const named = {
      environment: 'YANQUAN_LEDGER',
      'exit-codes': '75',
      files: 'yanquan.db',
      options: '--actor',
      json: 'help json-schema',
    };
    expect(ran.stdout).toContain(named[topic]);
  });
});

test.each([
  [['help', 'findng'], 'There is no command findng; did you mean finding?'],
  [['help', 'zzzzzz'], 'There is no command zzzzzz'],
  [['--zzzzzz', 'tally'], 'There is no option --zzzzzz. See yanquan --help.'],
  [['findng', 'list'], 'There is no command findng; did you mean finding?'],
  [['finding', 'lst'], 'There is no command finding lst; did you mean finding list?'],
  [['finding', 'list', '--statu', 'x'], 'There is no option --statu; did you mean --status?'],
  [['finding', 'list', '--status', 'reprted'], '--status has no "reprted"; did you mean reported?'],
  [
    ['decide', 'TJ018', '--measure', 'reminder_tak'],
    '--measure has no "reminder_tak"; did you mean reminder_talk?',
  ],
  [['export', 'findngs'], 'did you mean findings?'],
  [['explain', 'TJ0188'], 'There is no cadre TJ0188 on the roster; did you mean TJ018?'],
  [['cadre', 'show', 'tj18'], 'did you mean TJ018?'],
  [['finding', 'show', 'SX07'], 'There is no finding SX07; did you mean SX-007?'],
  [['finding', 'report', 'SX-0O7', '--on', '2018-09-20'], 'did you mean SX-007?'],
])('a near miss: %j', async (words, told) => {
  const ran = await run([...words, '--ledger', (await demo()).ledger]);
  expect([1, 2]).toContain(ran.code);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).toContain(told);
});

describe('colour', () => {
  const coloured = async (args: readonly string[], world: Parameters<typeof run>[1]) => {
    const { ledger } = await demo();
    const list = await run(['circle', '--ledger', ledger, ...args], world);
    const help = await run(['circle', '--help', ...args], world);
    const wrong = await run(['explain', 'X', '--ledger', ledger, ...args], world);
    expect(list.stdout.includes(ESC)).toBe(help.stdout.includes(ESC));
    return { stdout: list.stdout.includes(ESC), stderr: wrong.stderr.includes(ESC) };
  };
  const yes = { stdout: true, stderr: true };
  const no = { stdout: false, stderr: false };

  test.each([
    ['a pipe has none', [], {}, no],
    [
      'a terminal has it, the other stream of a pipe not',
      [],
      { width: 200 },
      { stdout: true, stderr: false },
    ],
    ['a dumb terminal has none', [], { width: 200, env: { TERM: 'dumb' } }, no],
    ['FORCE_COLOR gives it to pipes', [], { env: { FORCE_COLOR: '1' } }, yes],
    ['FORCE_COLOR=0 takes it', [], { width: 200, env: { FORCE_COLOR: '0' } }, no],
    ['NO_COLOR goes before FORCE_COLOR', [], { width: 200, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, no],
    ['an empty NO_COLOR says nothing', [], { env: { NO_COLOR: '', FORCE_COLOR: '1' } }, yes],
    ['--color goes before NO_COLOR', ['--color', 'always'], { env: { NO_COLOR: '1' } }, yes],
    [
      '--color never goes before FORCE_COLOR',
      ['--color=never'],
      { width: 200, env: { FORCE_COLOR: '1' } },
      no,
    ],
  ] as const)('%s', async (_, args, world, expected) => {
    expect(await coloured(args, world)).toEqual(expected);
  });
});
