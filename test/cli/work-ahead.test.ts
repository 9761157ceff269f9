// Looking ahead through the command line: due and the check sheet. On the demo's ledger.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atDemo, type Row } from '../support/at-ledger.ts';
import { bytesIn } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';

/** How many numbers a cell with `TJ018:lead;TJ020:assist` names for a cadre. */
const names = (row: Row, key: string, cadreNo: string): boolean =>
  String(row[key])
    .split(';')
    .some((each) => each.startsWith(`${cadreNo}:`));

describe('due', () => {
  it.each(['2018-09-20', '2018-09-26', '2018-10-01'])(
    'by %s is exactly what the tally at that cutoff has due',
    async (until) => {
      const { rows, folder } = await atDemo();
      const before = bytesIn(folder);
      const due = await rows('due', '--until', until);
      const lines = await rows('tally', '--cutoff', until, '--all');
      const findings = due.filter((row) => row.part === 'finding');
      const tasks = due.filter((row) => row.part === 'task');
      expect(findings.length).toBeGreaterThan(0);
      for (const line of lines) {
        const cadreNo = String(line.cadre_no);
        const of = (list: readonly Row[], key: string) =>
          list.filter((row) => names(row, key, cadreNo)).length;
        const counts = {
          counted: of(findings, 'responsible'),
          pending: of(findings, 'pending_for'),
          behind_tasks: of(tasks, 'responsible'),
        };
        expect({ cadreNo, ...counts }).toEqual({
          cadreNo,
          counted: line.counted,
          pending: line.pending,
          behind_tasks: line.behind_tasks,
        });
      }
      expect(
        due.filter((row) => row.part === 'circle').map((row) => [row.item, row.movement, row.measure]),
      ).toEqual(
        lines
          .filter((line) => line.now_in === true)
          .map((line) => [line.cadre_no, line.movement, line.measure]),
      );
      const deadlines = [...findings, ...tasks].map((row) => String(row.deadline));
      expect(due.filter((row) => row.part !== 'circle').map((row) => row.deadline)).toEqual(deadlines.sort());
      expect(bytesIn(folder)).toEqual(before);
    },
  );

  it('looks a week ahead of the last cutoff, to the open round where there is one; by station and cadre', async () => {
    const { ok, rows } = await atDemo();
    expect((await ok('due')).stdout).toMatch(/^To be done before round 3 \(2018-09-26\): 39\n/);
    expect((await rows('due', '--station', '前塘作战所')).every((row) => row.station === '前塘作战所')).toBe(
      true,
    );
    const own = await rows('due', '--cadre', 'TJ018');
    expect(
      own.filter((row) => row.part === 'finding').every((row) => names(row, 'responsible', 'TJ018')),
    ).toBe(true);
    expect(own.filter((row) => row.part === 'circle')).toHaveLength(1);
    expect(own.find((row) => row.item === 'HT-004')).toMatchObject({ days_left: -26, todo: 'rectify' });
    await ok('round', 'open', '--cutoff', '2018-09-24');
    expect((await ok('due', '--lang', 'zh')).stdout).toMatch(/^第3轮（截至2018-09-24）之前要办的/);
  });

  it('what is said to keep a cadre out does', async () => {
    const { ok, rows } = await atDemo();
    const circle = (await rows('due', '--until', '2018-09-26')).filter((row) => row.part === 'circle');
    expect(circle.length).toBeGreaterThan(3);
    for (const row of circle) {
      for (const number of String(row.keep_out).split(';')) {
        if (number.startsWith('ZX')) await ok('task', 'cancel', number, '--on', '2018-09-20', '--by', '乡长');
        else
          await ok(
            'finding',
            'check',
            number,
            '--result',
            'rectified',
            '--on',
            '2018-09-25',
            '--by',
            '督查新',
          );
      }
    }
    const after = await rows('tally', '--cutoff', '2018-09-26', '--all');
    const inside = after.filter((line) => line.now_in === true).map((line) => line.cadre_no);
    expect(circle.map((row) => row.item).filter((cadreNo) => inside.includes(cadreNo ?? ''))).toEqual([]);
  });
});

describe('sheet checks', () => {
  it.each(['csv', 'xlsx', 'json'])('filled in as %s, goes back by import checks', async (format) => {
    const { ok, rows, folder } = await atDemo();
    const sheet = await rows('sheet', 'checks', '--station', '前塘作战所');
    expect(sheet.map((row) => row.finding_no).sort()).toEqual(
      (await rows('due', '--station', '前塘作战所'))
        .filter((row) => row.part === 'finding')
        .map((row) => row.item)
        .sort(),
    );
    const filled = sheet.map((row) => ({
      ...row,
      result: '整改到位',
      checked_on: '2018-09-25',
      checked_by: '督查新',
    }));
    const out = temporaryFolder();
    const json = put(out, 'sheet.json', JSON.stringify(filled));
    let file = json;
    if (format === 'csv') {
      const keys = Object.keys(filled[0] ?? {});
      const line = (cells: readonly unknown[]) => cells.map((cell) => `"${String(cell)}"`).join(',');
      file = put(out, 'sheet.csv', [line(keys), ...filled.map((row) => line(Object.values(row)))].join('\n'));
    }
    if (format === 'xlsx') {
      const { read, utils, write } = await import('@e965/xlsx');
      file = join(out, 'sheet.xlsx');
      await ok('sheet', 'checks', '--station', '前塘作战所', '-o', file, '--lang', 'zh');
      const book = read(readFileSync(file), { cellDates: true });
      const [name = ''] = book.SheetNames;
      const cells = utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name] ?? {}, { defval: '' });
      const rowsFilled = cells.map((row) => ({
        ...row,
        核查结果: '整改到位',
        核查时间: '2018-09-25',
        核查人: '督查新',
      }));
      const mended = { SheetNames: [name], Sheets: { [name]: utils.json_to_sheet(rowsFilled) } };
      put(out, 'sheet.xlsx', write(mended, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
    }
    const came = await ok('import', 'checks', file, '--json');
    expect(JSON.parse(came.stdout)).toMatchObject({ added: sheet.length, rejected: 0 });
    expect(await rows('sheet', 'checks', '--station', '前塘作战所')).toEqual([]);
    expect(bytesIn(folder).size).toBe(1);
  });

  it('prints as md with the head of the form', async () => {
    const { ok } = await atDemo();
    const { stdout } = await ok('sheet', 'checks', '--format', 'md', '--lang', 'zh');
    for (const text of ['督查记录表', '督查轮次', '督查人员（两人以上）', '核查结果', '核查人'])
      expect(stdout).toContain(text);
  });
});
