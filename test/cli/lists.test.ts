// Lists: columns and order of one's own, filters, what is said of a file that was written, and days that a calendar takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { afterDemo, demo } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { type Ran, run, runOk, type World } from '../support/run.ts';

const zh: World = { ...afterDemo, env: { YANQUAN_LANG: 'zh' } };
const at = async (args: readonly string[], world: World = afterDemo): Promise<Ran> =>
  run([...args, '--ledger', (await demo()).ledger], world);
const rowsOf = async (...args: string[]): Promise<Record<string, unknown>[]> =>
  JSON.parse((await at([...args, '--json'])).stdout) as Record<string, unknown>[];

it('--columns and --sort arrange every list, by key or heading', async () => {
  const all = await rowsOf('finding', 'list');
  const asked = await rowsOf(
    'finding',
    'list',
    '--columns',
    'finding_no,deadline',
    '--sort',
    '-deadline,finding_no',
  );
  expect(Object.keys(asked[0] ?? {})).toEqual(['finding_no', 'deadline']);
  const sorted = all
    .map(({ finding_no, deadline }) => ({ finding_no: String(finding_no), deadline: String(deadline) }))
    .sort((left, right) => {
      if (left.deadline === right.deadline) return left.finding_no < right.finding_no ? -1 : 1;
      if (left.deadline === '' || right.deadline === '') return left.deadline === '' ? 1 : -1;
      return left.deadline > right.deadline ? -1 : 1;
    });
  expect(asked).toEqual(sorted);
  const heads = await at(['finding', 'list', '--columns', '问题编号,时限', '--format', 'csv', '-q'], zh);
  expect(heads.stdout.split('\n')[0]).toBe('finding_no,deadline');
  // Numbers are compared as numbers.
  const points = (await rowsOf('round', 'show', '2', '--sort', '-points')).map((row) => Number(row.points));
  expect(points).toEqual([...points].sort((left, right) => right - left));
  const table = (await at(['finding', 'list', '--columns', 'finding_no,severity'], zh)).stdout;
  expect(table).toContain('严重程度');
  expect(table).not.toContain('责任人');
});

it('a name that is no column is refused with the nearest', async () => {
  const ran = await at(['finding', 'list', '--columns', 'finding_no,dedline']);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('deadline');
});

it('says once that csv under Chinese has English codes', async () => {
  const told = '--headers zh';
  expect((await at(['circle', '--format', 'csv'], zh)).stderr.split(told)).toHaveLength(2);
  for (const quiet of [['-q'], ['--headers', 'zh']])
    expect((await at(['circle', '--format', 'csv', ...quiet], zh)).stderr).not.toContain(told);
  expect((await at(['circle', '--format', 'csv'])).stderr).not.toContain(told);
  const set = { ...zh, env: { ...zh.env, YANQUAN_HEADERS: 'zh' } };
  expect((await at(['circle', '--format', 'csv'], set)).stderr).not.toContain(told);
});

it('says which file was written and how many rows it has', async () => {
  const file = join(temporaryFolder(), 'circle.csv');
  const rows = await rowsOf('circle');
  expect((await at(['circle', '-o', file])).stderr).toBe(`Written: ${file} (rows: ${rows.length}).\n`);
  expect((await at(['circle', '-o', file, '-q'])).stderr).toBe('');
});

it('export takes the filters of the list, for what happened to findings too', async () => {
  const station = ['--station', '前塘作战所', '--outstanding'];
  const numbers = new Set((await rowsOf('finding', 'list', ...station)).map((row) => row.finding_no));
  expect(numbers.size).toBeGreaterThan(0);
  const records = await rowsOf('export', 'findings', ...station);
  expect(new Set(records.map((row) => row.finding_no))).toEqual(numbers);
  const all = await rowsOf('export', 'checks');
  const some = await rowsOf('export', 'checks', ...station);
  expect(some).toEqual(all.filter((row) => numbers.has(row.finding_no)));
  expect(some.length).toBeLessThan(all.length);
  const unit = await rowsOf('export', 'cadres', '--unit', '扶贫工作站');
  expect(unit.map((row) => row.unit)).toEqual(unit.map(() => '扶贫工作站'));
  const other = await at(['export', 'cadres', '--status', 'reported']);
  expect(other).toMatchObject({ code: 2, stdout: '' });
  expect(other.stderr).toContain('--cadre, --station, --unit');
});

it.each([
  [['cadre', 'list', '--unit', '扶贫'], '扶贫工作站'],
  [['export', 'findings', '--station', '前塘'], '前塘作战所'],
  [['attendance', 'show', '--site', '不存在'], '不存在'],
])('%j is refused, not empty', async (args, told) => {
  const ran = await at(args);
  expect(ran).toMatchObject({ code: 1, stdout: '' });
  expect(ran.stderr).toContain(told);
});

it('today is a day, left out after --overdue too; the next option is no day', async () => {
  const onDay = await rowsOf('finding', 'list', '--overdue', '2018-10-01');
  expect(onDay.length).toBeGreaterThan(0);
  for (const given of [['--overdue'], ['--overdue', 'today'], ['--overdue', '今天']])
    expect(await rowsOf('finding', 'list', ...given)).toEqual(onDay);
  const swallowed = await at(['finding', 'list', '--due-by', '--outstanding']);
  expect(swallowed).toMatchObject({ code: 2, stdout: '' });
  expect(swallowed.stderr).toContain('--due-by needs a value');
});

it('due is a calendar: all-day events, folded lines, ids that stay', async () => {
  const file = join(temporaryFolder(), 'due.ics');
  const asked = ['due', '--until', '2018-09-26', '-o', file];
  expect((await at(asked, zh)).code).toBe(0);
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\r\n');
  expect(lines.pop()).toBe('');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const whole = text.replaceAll('\r\n ', '').split('\r\n');
  const due = (await rowsOf('due', '--until', '2018-09-26')).filter(
    (row) => row.part !== 'circle' && row.deadline !== '',
  );
  expect(whole.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(due.length);
  const days = whole.filter((line) => line.startsWith('DTSTART;VALUE=DATE:'));
  expect(days).toEqual(due.map((row) => `DTSTART;VALUE=DATE:${String(row.deadline).replaceAll('-', '')}`));
  const ids = whole.filter((line) => line.startsWith('UID:'));
  expect(new Set(ids).size).toBe(due.length);
  expect(ids[0]).toMatch(/^UID:finding-HT-004@[0-9a-f]{32}$/);
  expect(whole).toContain('SUMMARY:HT-009 李子园杂草丛生，成活率不足六成');
  // The same ledger gives the same bytes, whenever it is asked.
  await at(asked, { ...zh, now: '2018-10-09T04:00:00Z' });
  expect(readFileSync(file, 'utf8')).toBe(text);
  const duties = await at(['duties', '--on', '2018-10-01', '--format', 'ics']);
  expect(duties.stdout).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
});

it('due by cadre and by unit has everything that is theirs', async () => {
  const until = ['--until', '2018-09-26'];
  const due = (await rowsOf('due', ...until)).filter((row) => row.part !== 'circle');
  const people = await rowsOf('due', ...until, '--group-by', 'cadre');
  const listed = people.flatMap((row) =>
    (row.due_items as { item: string }[]).map(({ item }) => `${row.cadre_no} ${item}`),
  );
  const expected = due.flatMap((row) =>
    [row.responsible, row.pending_for]
      .flatMap((text) => String(text).split(';'))
      .filter(Boolean)
      .map((each) => `${each.split(':')[0]} ${row.item}`),
  );
  expect(new Set(listed)).toEqual(new Set(expected));
  const units = await rowsOf('due', ...until, '--group-by', 'unit');
  expect(units.reduce((sum, row) => sum + (row.due_items as unknown[]).length, 0)).toBe(listed.length);
});

it('explains several cadres; a document is of one', async () => {
  const rows = await rowsOf('explain', 'TJ009', 'TJ004', '--round', '2');
  expect(new Set(rows.map((row) => row.cadre_no))).toEqual(new Set(['TJ009', 'TJ004']));
  const cards = (await at(['explain', 'TJ009', 'TJ004', '--round', '2'])).stdout;
  expect(cards.indexOf('TJ009')).toBeLessThan(cards.indexOf('TJ004'));
  expect((await at(['explain', 'TJ009', 'TJ004', '--format', 'md'])).code).toBe(2);
});

it('a show as json is whole: all that its card tells', async () => {
  const card = (await at(['finding', 'show', 'HT-025'], zh)).stdout;
  const [row = {}] = await rowsOf('finding', 'show', 'HT-025');
  for (const key of ['source', 'area', 'village', 'station', 'description', 'reason', 'action', 'deadline'])
    expect(card, key).toContain(String(row[key] || 'missing'));
  expect(row).toMatchObject({ status: 'objected', responsible: 'TJ009:lead;TJ001:leader' });
  const [cadre = {}] = await rowsOf('cadre', 'show', 'TJ009');
  expect(cadre.outstanding).toMatchObject([
    { finding_no: 'HT-012', deadline: '2018-09-10' },
    { finding_no: 'HT-025' },
  ]);
  // One without a line in any round is there too.
  const lined = new Set(
    [...(await rowsOf('round', 'show', '1')), ...(await rowsOf('round', 'show', '2'))].map(
      (each) => each.cadre_no,
    ),
  );
  const alone = (await rowsOf('cadre', 'list')).find((each) => !lined.has(each.cadre_no))?.cadre_no;
  const [none = {}] = await rowsOf('cadre', 'show', String(alone));
  expect(none).toMatchObject({ cadre_no: alone, on_roster: true, round: '' });
  const ruling = (await rowsOf('finding', 'show', 'HT-025')).find((each) => each.event === 'ruling');
  expect(ruling).toMatchObject({ value: 'dismissed', words: '' });
});

it('an empty folder gets three commands, and init says whose rule it is', async () => {
  const none = await run(['--ledger', join(temporaryFolder(), 'none.db')], zh);
  for (const command of ['yanquan demo', 'yanquan init --township', 'yanquan import ledger'])
    expect(none.stdout).toContain(command);
  const made = await runOk(['init', '--township', '某乡', '--ledger', join(temporaryFolder(), 'new.db')], zh);
  expect(made.stderr).toContain('满1分检讨发言、满2分提醒谈话、满4分诫勉谈话');
  expect(made.stderr).toContain('yanquan policy adopt');
});

it('colour is never alone: without it the text is the same', async () => {
  const asked = ['circle', '--round', '2'];
  const wide: World = { ...zh, width: 100 };
  const coloured = (await at([...asked, '--color', 'always'], wide)).stdout;
  const plain = (await at([...asked, '--color', 'never'], wide)).stdout;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours a terminal
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
  expect(coloured).toContain('\u001b[31m继续在圈\u001b[39m');
});
