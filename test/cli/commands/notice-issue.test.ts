// notice issue: what is given is kept with the file's hash, and the same file comes again to the byte.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { partsOf, textOf } from '../../output/documents/docx-parts.ts';
import { afterDemo, demoLedgerIn } from '../../support/demo.ts';
import { patternOf, templateOf } from '../../support/errors.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { run, runOk } from '../../support/run.ts';
import { tamper } from '../../support/tamper.ts';

const GIVEN = [
  ...['--number', '3', '--date', '2018-09-20', '--to', '各村（社区）党组织', '--copies', '60'],
  ...['--contact', '王某', '--phone', '0856-000', '--objection-days', '5', '--objection-office', '乡纪委'],
];

const zh = { ...afterDemo, env: { YANQUAN_LANG: 'zh' } };

async function world() {
  const folder = temporaryFolder();
  const ledger = await demoLedgerIn(folder);
  const file = (name: string): string => join(folder, name);
  const at = ['--ledger', ledger];
  const issue = (name: string, given: readonly string[] = GIVEN, more: readonly string[] = []) =>
    run(['notice', 'issue', '--round', '2', ...given, ...more, '-o', file(name), ...at], zh);
  const again = (name: string, more: readonly string[] = []) =>
    run(['notice', '--round', '2', ...more, '-o', file(name), ...at], zh);
  return { folder, ledger, file, at, issue, again };
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('an issued notice', () => {
  test('is kept with the hash of its file, and comes again to the byte, as a file of another format too', async () => {
    const { file, at, issue, again } = await world();
    const first = await issue('a.docx');
    expect(first.code).toBe(0);
    expect(first.stderr).toContain(hashOf(file('a.docx')));
    expect((await issue('b.docx')).stderr).toMatch(/未改动/);
    expect(await again('c.docx')).toMatchObject({ code: 0, stdout: '' });
    for (const name of ['b.docx', 'c.docx']) expect(hashOf(file(name))).toBe(hashOf(file('a.docx')));
    expect((await again('d.html')).code).toBe(0);
    const text = textOf(partsOf(readFileSync(file('a.docx'))).get('word/document.xml') ?? '');
    for (const said of [
      '2018年第3期',
      '2018年9月20日',
      '各村（社区）党组织：',
      '共印60份',
      '5个工作日内向乡纪委',
    ]) {
      expect(text).toContain(said);
      expect(readFileSync(file('d.html'), 'utf8')).toContain(said);
    }
    expect((await run(['verify', ...at], zh)).code).toBe(0);
    // The hash of the file is not a digest of the round, and no reason to doubt the ledger.
    const ofFile = await run(['verify', '--digest', hashOf(file('a.docx')), ...at], zh);
    expect(ofFile.code).toBe(1);
    expect(ofFile.stderr).toContain('台账完好');
    expect(ofFile.stderr).toContain('是第2轮通报（3，内部版）印发文件的校验值');
  });

  test('stays as it is when the round is corrected afterwards', async () => {
    const { file, at, issue, again, ledger } = await world();
    await issue('a.docx');
    const db = new Database(ledger, { readonly: true });
    const absence = db
      .prepare(
        `SELECT a.id, c.cadre_no FROM attendance a JOIN cadres c ON c.id = a.cadre_id JOIN standings s ON s.cadre_id = c.id
         WHERE a.present = 'absent' AND a."on" > '2018-09-12' AND s.round_no = 2 AND s.absences > 0`,
      )
      .get() as { readonly id: number; readonly cadre_no: string };
    db.close();
    await runOk(['reverse', `attendance-${absence.id}`, '--reason', '误录', ...at], afterDemo);
    const correction = ['correct', absence.cadre_no, '--round', '2', '--by', '更正甲', '--reason', '误录'];
    await runOk([...correction, ...at], afterDemo);
    expect((await again('b.docx')).code).toBe(0);
    expect(hashOf(file('b.docx'))).toBe(hashOf(file('a.docx')));
    // In another scope, issued later, it is shown.
    expect((await issue('p.docx', GIVEN, ['--scope', 'leader'])).code).toBe(0);
    expect(textOf(partsOf(readFileSync(file('p.docx'))).get('word/document.xml') ?? '')).toContain(
      '本轮更正',
    );
  });

  test('is not issued or filled in otherwise, unless it is taken back first', async () => {
    const { folder, at, issue, again } = await world();
    await issue('a.docx');
    const refused = patternOf(templateOf('zh', 'notice_issued'));
    for (const other of [
      await issue('b.docx', ['--number', '4', '--date', '2018-09-20']),
      await issue('b.docx', [...GIVEN, '--sign', '乡党政办']),
      await issue('b.html'),
      await again('b.docx', ['--number', '4']),
    ]) {
      expect(other.code).toBe(1);
      expect(other.stderr).toMatch(refused);
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('b') || name.endsWith('.tmp'))).toEqual([]);
    expect((await run(['reverse', 'notice_issues-1', '--reason', '编号有误', ...at], zh)).code).toBe(0);
    expect((await issue('b.docx', ['--number', '4', '--date', '2018-09-20'])).code).toBe(0);
    expect(
      (await issue('p.docx', ['--number', '桶党通[2018]7号', '--date', '2018-09-20'], ['--scope', 'public']))
        .code,
    ).toBe(0);
  });

  test('that comes out otherwise than it was issued is told', async () => {
    const { file, issue, again, ledger } = await world();
    await issue('a.docx');
    // What another version of the program would write.
    tamper(ledger, (db) => db.exec(`UPDATE notice_issues SET sha256 = '${'0'.repeat(64)}'`));
    const came = await again('b.docx');
    expect(came.code).toBe(3);
    expect(came.stderr).toContain(hashOf(file('b.docx')));
    expect(existsSync(file('b.docx'))).toBe(true);
  });
});

test('a document number makes it a red-headed document, its year in 〔〕', async () => {
  const { file, issue } = await world();
  expect((await issue('a.docx', ['--number', '桶党通[2018]3号', '--date', '2018-09-20'])).code).toBe(0);
  const text = textOf(partsOf(readFileSync(file('a.docx'))).get('word/document.xml') ?? '');
  expect(text).toContain('桶党通〔2018〕3号');
  expect(text).toContain('中共桶井乡委员会文件');
});

describe('is refused, and nothing is written', () => {
  test.each([
    ['notice_number_form', ['--number', '三', '--date', '2018-09-20'], 'a.docx'],
    ['notice_number_form', ['--number', '桶党通〔2018〕03号', '--date', '2018-09-20'], 'a.docx'],
    ['notice_issued_before_cutoff', ['--number', '3', '--date', '2018-09-18'], 'a.docx'],
    ['day_after_today', ['--number', '3', '--date', '2018-10-02'], 'a.docx'],
    ['notice_needs_file', ['--number', '3', '--date', '2018-09-20'], 'a.csv'],
  ])('%s %j %s', async (code, given, name) => {
    const { folder, ledger, issue } = await world();
    const before = readFileSync(ledger);
    const came = await issue(name, given);
    expect(came.code).toBe(1);
    expect(came.stderr).toMatch(patternOf(templateOf('zh', code)));
    expect(readdirSync(folder)).toEqual(['yanquan.db']);
    expect(readFileSync(ledger).equals(before)).toBe(true);
  });

  test('when the file cannot be written, the ledger keeps nothing', async () => {
    const { ledger, issue } = await world();
    const before = readFileSync(ledger);
    expect((await issue('missing/a.docx')).code).toBe(1);
    expect(readFileSync(ledger).equals(before)).toBe(true);
  });
});
