// Re-checks on the command line: a draw that anybody can repeat, the sheet filled in and imported, what came of it.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { afterDemo, demoLedgerIn } from '../../support/demo.ts';
import { put, temporaryFolder } from '../../support/folder.ts';
import { type Ran, run, runOk } from '../../support/run.ts';
import { rechain, tamper } from '../../support/tamper.ts';

const SPAN = ['--from', '2018-09-01', '--to', '2018-09-30'];
const BY = ['--by', '抽取甲'];
let folder = '';
let ledger = '';

beforeEach(async () => {
  folder = temporaryFolder();
  ledger = await demoLedgerIn(folder);
});

const ok = (...args: readonly string[]): Promise<Ran> => runOk([...args, '--ledger', ledger], afterDemo);
const said = (...args: readonly string[]): Promise<Ran> => run([...args, '--ledger', ledger], afterDemo);
const csv = async (...args: readonly string[]) => [
  ...csvParse((await ok(...args, '--format', 'csv')).stdout),
];
const drawn = async (...args: readonly string[]): Promise<string[]> =>
  (await ok('recheck', 'draw', ...SPAN, ...BY, ...args)).stdout.trimEnd().split('\n');

/** The draw made again by the rule in the contract, from what the ledger exports: no code of the program. */
async function drawnByHand(percent: number, group: 'station' | 'source', before: readonly string[]) {
  const digest = (await csv('round', 'list')).at(-1)?.digest ?? '';
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  const rectified = new Set(
    (await csv('export', 'checks'))
      .filter((check) => check.result === 'rectified')
      .filter(({ checked_on = '' }) => checked_on >= '2018-09-01' && checked_on <= '2018-09-30')
      .map((check) => check.finding_no),
  );
  const groups = new Map<string, string[]>();
  for (const { finding_no: number = '', ...finding } of await csv('finding', 'list')) {
    if (!rectified.has(number)) continue;
    const name = finding[group] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), number]);
  }
  const ticket = (number: string): string =>
    createHash('sha256')
      .update(Buffer.from(`${digest}\n${number}`, 'utf8'))
      .digest('hex');
  return [...groups].flatMap(([, numbers]) =>
    numbers
      .filter((number) => !before.includes(number))
      .sort((left, right) => (ticket(left) < ticket(right) ? -1 : 1))
      .slice(0, Math.ceil((numbers.length * percent) / 100)),
  );
}

describe('recheck draw', () => {
  it('takes what anybody finds who makes it again from exported lists, and never the same twice', async () => {
    const first = await drawn('--share', '10%');
    expect(first.length).toBeGreaterThan(5);
    expect([...first].sort()).toEqual((await drawnByHand(10, 'station', [])).sort());
    const second = await drawn('--share', '35%', '--group-by', 'source');
    expect([...second].sort()).toEqual((await drawnByHand(35, 'source', first)).sort());
    expect(second.filter((number) => first.includes(number))).toEqual([]);
    expect((await ok('verify')).stderr).toContain('whole');
  });

  it('tells the groups, the digest and the draw as one object', async () => {
    const object = JSON.parse(
      (await ok('recheck', 'draw', ...SPAN, ...BY, '--share', '10%', '--json')).stdout,
    ) as { readonly groups: readonly { readonly findings: number; readonly drawn: readonly string[] }[] };
    expect(object).toMatchObject({ what: 'added', facts: ['recheck_draws-1'], draw: 1, round: 2 });
    for (const { findings, drawn: taken } of object.groups)
      expect(taken.length).toBe(Math.ceil(findings / 10));
  });

  it('refuses a share that is no percentage, and a span without rectifications or all drawn', async () => {
    for (const share of ['10', '0%', '101%', '0.001%', 'x']) {
      const refused = await said('recheck', 'draw', ...SPAN, ...BY, '--share', share);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain('10%');
    }
    const early = ['--from', '2017-01-01', '--to', '2017-01-31'];
    const nothing = await said('recheck', 'draw', ...early, ...BY, '--share', '10%');
    expect(nothing).toMatchObject({ code: 1, stdout: '' });
    await drawn('--share', '100%');
    const all = await said('recheck', 'draw', ...SPAN, ...BY, '--share', '1%');
    expect(all).toMatchObject({ code: 1, stdout: '' });
    expect(all.stderr).toContain('drawn before');
    const backwards = ['--from', '2018-09-30', '--to', '2018-09-01'];
    expect((await said('recheck', 'draw', ...backwards, ...BY, '--share', '1%')).code).toBe(2);
  });

  it('once reversed, its findings may be drawn again, on purpose', async () => {
    const first = await drawn('--share', '10%');
    await ok('reverse', 'recheck_draws-1', '--reason', '时段有误');
    const refused = await said('recheck', 'draw', ...SPAN, ...BY, '--share', '10%');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain('recheck_draws-1');
    expect(await drawn('--share', '10%', '--again')).toEqual(first);
    expect((await ok('verify')).stderr).toContain('whole');
  });

  it('is found out by verify when somebody changed what it took', async () => {
    const [first = ''] = await drawn('--share', '10%');
    tamper(ledger, (raw) => {
      const sql = `UPDATE recheck_members SET finding_id = (SELECT finding_id FROM finding_now
        WHERE status = 'rectified' AND finding_id NOT IN (SELECT finding_id FROM recheck_members) LIMIT 1)
        WHERE finding_id = (SELECT finding_id FROM finding_now WHERE finding_no = ?)`;
      raw.prepare(sql).run(first);
      rechain(raw);
    });
    const found = await said('verify');
    expect(found.code).toBe(4);
    expect(found.stdout).toMatch(/Draw 1 does not follow/);
  });
});

/** The new finding of a rebound. */
const newFinding = (number: string, old: string): Promise<Ran> =>
  ok(
    ...['finding', 'add', number, '--source', '回头看', '--description', '又出现', '--recurs', old],
    ...['--found-on', '2018-09-28', '--cadre-no', 'TJ001'],
  );

/** Fills in the cells of a docx table's row from the right, by the number in its first cell. */
function fillDocx(file: string, number: string, cells: readonly string[]): void {
  const parts = unzipSync(readFileSync(file));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const filled = xml.replace(/<w:tr[ >].*?<\/w:tr>/gs, (row) => {
    if (!row.includes(`>${number}<`)) return row;
    const all = row.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
    return all.reduce((text, cell, at) => {
      const given = cells[at - (all.length - cells.length)];
      if (given === undefined || given === '') return text;
      // Cells may be alike: the row is put together again in its order.
      const marked = cell.replace(/(<\/w:p>)(?!.*<\/w:p>)/s, `<w:r><w:t>${given}</w:t></w:r>$1`);
      const before = all.slice(0, at).reduce((from) => text.indexOf('</w:tc>', from) + 7, 0);
      const start = text.indexOf('<w:tc>', before);
      return text.slice(0, start) + marked + text.slice(text.indexOf('</w:tc>', start) + 7);
    }, row);
  });
  writeFileSync(file, zipSync({ ...parts, 'word/document.xml': strToU8(filled) }));
}

describe('the sheet', () => {
  const FILLED = ['2018-09-29', '回头看甲'];

  it.each(['zh', 'en'])('as docx, filled in, imports as re-checks (%s)', async (lang) => {
    const sheet = join(folder, 'sheet.docx');
    const drawnTo = await said(
      'recheck',
      'draw',
      ...SPAN,
      ...BY,
      '--share',
      '1%',
      '-o',
      sheet,
      '--lang',
      lang,
    );
    expect(drawnTo).toMatchObject({ code: 0, stdout: '' });
    const numbers = (await csv('recheck', 'list', '--due')).map(({ finding_no = '' }) => finding_no);
    expect(numbers.length).toBe(5);
    const [first = '', ...rest] = numbers;
    await newFinding('HK-1', first);
    fillDocx(sheet, first, [...FILLED, '反弹', 'HK-1', '又积水']);
    for (const number of rest) fillDocx(sheet, number, [...FILLED, '巩固', '', '']);
    const ran = await said('import', 'rechecks', sheet, '--json');
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    expect(JSON.parse(ran.stdout)).toMatchObject({ kind: 'rechecks', added: 5, rejected: 0 });
    expect(ran.stderr).not.toMatch(/column/i);
    const records = await csv('export', 'rechecks');
    expect(records.find((each) => each.finding_no === first)).toEqual({
      finding_no: first,
      rechecked_on: '2018-09-29',
      rechecked_by: '回头看甲',
      recheck_result: 'rebound',
      new_no: 'HK-1',
      note: '又积水',
    });
    expect(await csv('recheck', 'list', '--due')).toEqual([]);
    expect((await ok('recheck', 'sheet', '--format', 'csv')).stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it('as a workbook, converted and filled in, imports; a row left empty is named', async () => {
    await drawn('--share', '1%');
    const sheet = join(folder, 'sheet.xlsx');
    await ok('recheck', 'sheet', '--draw', '1', '-o', sheet);
    const { read, utils, write } = await import('@e965/xlsx');
    const book = read(readFileSync(sheet));
    const [name = ''] = book.SheetNames;
    const rows = utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: '' });
    const at = rows.findIndex((row) => row.includes('recheck result'));
    const columns = ['rechecked on', 'rechecked by', 'recheck result'].map(
      (each) => rows[at]?.indexOf(each) ?? -1,
    );
    const lines = rows.slice(at + 1).filter((row) => String(row[0]).includes('-'));
    expect(lines).toHaveLength(5);
    for (const row of lines.slice(1))
      columns.forEach((column, nth) => {
        row[column] = [...FILLED, 'holds'][nth] ?? '';
      });
    book.Sheets[name] = utils.aoa_to_sheet(rows);
    writeFileSync(sheet, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const bad = await said('import', 'rechecks', sheet);
    expect(bad).toMatchObject({ code: 1 });
    expect(bad.stderr).toContain('recheck result');
    const rest = await said(
      'import',
      'rechecks',
      sheet,
      '--skip-bad',
      '--rejects',
      join(folder, 'r.csv'),
      '--json',
    );
    expect(rest.code).toBe(3);
    expect(JSON.parse(rest.stdout)).toMatchObject({ added: 4, rejected: 1 });
  });

  it('is the same again under the same key, whatever came since', async () => {
    const sheet = join(folder, 'sheet.docx');
    const asked = ['recheck', 'draw', ...SPAN, ...BY, '--share', '1%', '-o', sheet, '--idempotency-key', 'k'];
    await ok(...asked);
    const before = readFileSync(sheet);
    const [{ finding_no: first = '' } = {}] = await csv('recheck', 'list', '--due');
    await ok('recheck', 'add', first, '--result', 'holds', '--on', '2018-09-29', '--by', '回头看甲');
    await ok('finding', 'amend', first, '--description', '另写', '--reason', '更正');
    await ok(...asked);
    expect(readFileSync(sheet)).toEqual(before);
    expect(await csv('recheck', 'list')).toHaveLength(5);
  });
});

describe('recheck list', () => {
  it('tells rebound rates by station and source, and by the group asked for', async () => {
    for (const [at, number] of ['SX-001', 'SX-002', 'SX-003'].entries()) {
      if (at === 0) await newFinding('HK-1', number);
      const more = at === 0 ? ['--result', '反弹', '--new-no', 'HK-1'] : ['--result', 'holds'];
      await ok('recheck', 'add', number, ...more, '--on', `2018-09-2${at}`, '--by', '回头看甲');
    }
    const { stdout } = await ok('recheck', 'list');
    expect(stdout).toMatch(/3 re-checks, 1 rebounds/);
    expect(stdout).toContain('市委巡察反馈 1/3 (33.3%)');
    expect(stdout).toMatch(/前塘作战所 1\/1 \(100%\)/);
    expect(await csv('recheck', 'list', '--group-by', 'source')).toEqual([
      {
        group: '市委巡察反馈',
        recheck_due: '0',
        rechecks: '3',
        holds: '2',
        rebounds: '1',
        rebound_rate: '33.3',
      },
    ]);
    const numbers = async (...args: readonly string[]) =>
      (await csv('recheck', 'list', ...args)).map((each) => each.finding_no);
    expect(await numbers()).toEqual(['SX-001', 'SX-002', 'SX-003']);
    expect(await numbers('--result', 'rebound')).toEqual(['SX-001']);
    expect(await numbers('--from', '2018-09-21', '--to', '2018-09-21')).toEqual(['SX-002']);
    expect(await numbers('--station', '前塘作战所')).toEqual(['SX-001']);
    expect(await numbers('--due')).toEqual([]);
    expect((await said('recheck', 'list', '--draw', '7')).stderr).toContain('no draw 7');
    expect((await said('recheck', 'list', '--source', '市委巡查')).code).toBe(1);
  });
});

describe('a re-check', () => {
  const RECHECK = ['recheck', 'add', 'SX-013', '--on', '2018-09-28', '--by', '回头看甲'];

  it('stands in the history of both findings, and in the explanation', async () => {
    await newFinding('HK-1', 'SX-013');
    await ok(...RECHECK, '--result', 'rebound', '--new-no', 'HK-1', '--note', '又见');
    for (const number of ['SX-013', 'HK-1']) {
      const { stdout } = await ok('finding', 'show', number);
      expect(stdout).toMatch(/re-check\s+回头看甲\s+SX-013 → HK-1 · rebound · 又见/);
    }
    const finding = (await csv('finding', 'list')).find((each) => each.finding_no === 'SX-013');
    const [lead = ''] = (finding?.responsible ?? '').split(':');
    const told = (await ok('explain', lead, '--round', '2', '--format', 'md', '--lang', 'zh')).stdout;
    expect(told).toContain('2018年9月28日回头看：反弹，另立问题HK-1。');
    await ok('round', 'open', '--cutoff', '2018-09-30');
    const own = (await ok('explain', 'TJ001', '--format', 'md', '--lang', 'zh')).stdout;
    expect(own).toContain('2018年9月28日对问题SX-013回头看时发现的反弹');
  });

  it('rests on the check, on both findings, and on what says that the new one repeats the old one', async () => {
    await ok(
      ...['finding', 'add', 'HK-1', '--source', '回头看', '--description', '又出现'],
      ...['--found-on', '2018-09-28', '--cadre-no', 'TJ001'],
    );
    await ok('finding', 'amend', 'HK-1', '--recurs', 'SX-013', '--reason', '补填');
    expect((await ok('finding', 'show', 'HK-1')).stdout).toMatch(/recurs · {1,2}→ SX-013 · 补填/);
    await ok(...RECHECK, '--result', 'rebound', '--new-no', 'HK-1');
    const { stdout } = await ok('finding', 'show', 'SX-013', '--format', 'csv');
    const check = /checks-\d+/.exec(stdout)?.[0] ?? '';
    const amendment =
      /amendments-\d+/.exec((await ok('finding', 'show', 'HK-1', '--format', 'csv')).stdout)?.[0] ?? '';
    for (const fact of [check, amendment, 'HK-1', 'SX-013']) {
      const refused = await said('reverse', fact, '--reason', '误');
      expect(refused).toMatchObject({ code: 1 });
      expect(refused.stderr, fact).toContain('rechecks-1');
    }
    const amended = await said('finding', 'amend', 'HK-1', '--recurs', 'SX-001', '--reason', '改');
    expect(amended).toMatchObject({ code: 1 });
    expect(amended.stderr).toContain('SX-013');
    await ok('reverse', check, '--reason', '误', '--with-dependents');
    expect(await csv('recheck', 'list')).toEqual([]);
    expect((await ok('verify')).stderr).toContain('whole');
  });

  it('does not come back by itself once reversed; what stands is unchanged', async () => {
    const asked = [...RECHECK, '--result', 'holds'];
    expect((await ok(...asked)).stdout).toBe('rechecks-1\n');
    const again = await ok(...asked);
    expect(again).toMatchObject({ stdout: 'rechecks-1\n' });
    const file = put(folder, 'again.csv', (await ok('export', 'rechecks')).stdout);
    await ok('reverse', 'rechecks-1', '--reason', '误');
    expect((await said(...asked)).code).toBe(1);
    const left = await said('import', 'rechecks', file, '--json');
    expect(JSON.parse(left.stdout)).toMatchObject({ added: 0, rejected: 0 });
    expect((await ok(...asked, '--again')).stdout).toBe('rechecks-2\n');
  });

  it('is owed by the draw until it is made', async () => {
    await drawn('--share', '1%');
    const duties = async () =>
      (await csv('duties', '--on', '2018-10-01')).filter((each) => each.duty === 'recheck');
    const [duty] = await duties();
    expect(duty).toMatchObject({ subject: '1', owed_since: '2018-10-01', due_by: '', days_late: '0' });
    expect(duty?.settled_with).toBe('yanquan recheck sheet --draw 1');
    for (const { finding_no: number = '' } of await csv('recheck', 'list', '--due'))
      await ok('recheck', 'add', number, '--result', 'holds', '--on', '2018-10-01', '--by', '回头看甲');
    expect(await duties()).toEqual([]);
  });

  it('that is still owed goes on into the next ledger, with the draw; what was drawn is not drawn again', async () => {
    const numbers = await drawn('--share', '5%');
    const [first = '', ...rest] = numbers;
    await newFinding('HK-1', first);
    const rebound = ['--result', 'rebound', '--new-no', 'HK-1', '--on', '2018-09-28', '--by', '回头看甲'];
    await ok('recheck', 'add', first, ...rebound);
    await ok('reverse', 'rechecks-1', '--reason', '误');
    await ok('recheck', 'add', first, ...rebound, '--again');
    const next = join(folder, 'next.db');
    await runOk(['init', '--carry-over', ledger, '--ledger', next], afterDemo);
    ledger = next;
    expect((await csv('recheck', 'list', '--due')).map((each) => each.finding_no).sort()).toEqual(
      rest.sort(),
    );
    expect((await csv('recheck', 'list', '--result', 'rebound')).map((each) => each.finding_no)).toEqual([
      first,
    ]);
    expect((await ok('verify')).stderr).toContain('whole');
    for (const number of rest)
      await ok('recheck', 'add', number, '--result', 'holds', '--on', '2018-09-29', '--by', '回头看甲');
    const again = await drawn('--share', '50%');
    expect(again.filter((number) => numbers.includes(number))).toEqual([]);
  });
});
