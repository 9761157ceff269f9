// Who was meant is kept with a fact, found by index, carried over; older facts are read as they were recorded.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { firstRefused } from '../../../src/domain/findings/validity.ts';
import { KEPT, Persons } from '../../../src/ledger/cadres/persons.ts';
import { View } from '../../../src/ledger/facts/view.ts';
import { loadFinding } from '../../../src/ledger/findings/findings.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { fillEveryTable, newLedger, write } from '../../support/ledgers.ts';
import { insertFact } from '../../support/rows.ts';
import { run, runOk } from '../../support/run.ts';

const text = (id: number, seq: number, given: string) =>
  ({ fact: 'checks', column: 'checked_by', id, seq, text: given }) as const;

describe('kept with a fact', () => {
  it('is a cadre or an outsider, whatever the names become', () => {
    const ledger = newLedger();
    write(ledger, fillEveryTable);
    const view = new View(ledger.connection);
    const kept = new Persons(view).meant(text(1, 2, 'anything'));
    expect(kept).toEqual([
      { cadreNo: undefined, given: '督查组' },
      { cadreNo: 'A2', given: 'A2', name: '' },
    ]);
  });

  it('is found by the index on the fact', () => {
    const { raw } = newLedger().connection;
    const plan = raw.prepare(`EXPLAIN QUERY PLAN ${KEPT}`).all(1, 'checks', 'checked_by') as {
      detail: string;
    }[];
    expect(plan.map((each) => each.detail).join('\n')).toMatch(/SEARCH persons_meant USING INDEX/);
  });
});

describe('recorded before it was kept', () => {
  it('a number is the cadre who had it then, all else a name; nothing of it is judged again', () => {
    const ledger = newLedger();
    write(ledger, fillEveryTable);
    let check = 0;
    write(ledger, (db) => {
      const row = { finding_id: 2, result: 'partial', checked_on: '2018-09-11' };
      check = insertFact(db, 'checks', { ...row, checked_by: '名A1、督查甲；A2' });
    });
    write(ledger, (db) => {
      const id = insertFact(db, 'cadres', { cadre_no: '名A1、督查甲', name: '后来', rank: 'staff' });
      db.insertDerived('cadre_now', { cadre_id: id, cadre_no: '名A1、督查甲' });
    });
    const view = new View(ledger.connection);
    const persons = new Persons(view);
    expect(persons.meant(text(check, 3, '名A1、督查甲；A2'))).toEqual([
      { cadreNo: undefined, given: '名A1、督查甲' },
      { cadreNo: 'A2', given: 'A2', name: '' },
    ]);
    const { finding } = loadFinding(view, 2);
    expect(firstRefused(finding, persons)?.problem.code).toBe('person_contains');
  });
});

describe('in the ledger of a new year', () => {
  it('goes along with its fact, and is asked there', async () => {
    const folder = temporaryFolder();
    const old = ['--ledger', join(folder, 'old.db')];
    const file = join(folder, 'new.db');
    await runOk(['init', '--township', '试验乡', ...old]);
    for (const [no, name] of [['C1', '甲一'] as const, ['C2', '乙二'] as const, ['C3', '丙三'] as const]) {
      await runOk(['cadre', 'add', no, '--name', name, '--rank', 'staff', ...old]);
    }
    const about = [
      '--source',
      '巡察',
      '--description',
      '道路',
      '--found-on',
      '2018-09-01',
      '--due-on',
      '2018-09-30',
    ];
    await runOk(['finding', 'add', 'F-1', ...about, '--cadre-no', 'C1', ...old]);
    const check = ['finding', 'check', 'F-1', '--result', 'partial', '--on', '2018-09-05'];
    await runOk([...check, '--by', '督查甲、乙二', ...old]);
    await runOk(['cadre', 'amend', 'C2', '--name', '丁四', '--reason', '更名', ...old]);
    await runOk(['round', 'close', '--cutoff', '2018-09-10', '--approved-by', '丙三', ...old]);
    await runOk(['--ledger', file, 'init', '--carry-over', join(folder, 'old.db')]);
    const raw = new Database(file, { readonly: true });
    const sql = `SELECT fact, "column", place, cadre_no, outsider FROM persons_meant
      LEFT JOIN cadres ON cadres.id = cadre_id ORDER BY fact, fact_id, place`;
    const rows = raw.prepare(sql).raw().all();
    raw.close();
    expect(rows).toEqual([
      ['checks', 'checked_by', 0, null, '督查甲'],
      ['checks', 'checked_by', 1, 'C2', null],
      ['round_closings', 'approved_by', 0, 'C3', null],
    ]);
    await runOk(['--ledger', file, 'verify']);
    const pass = ['finding', 'reassign', 'F-1', '--from', 'C1', '--on', '2018-09-12', '--by', '乡长'];
    expect((await run([...pass, '--to', 'C2', '--ledger', file])).code).toBe(1);
    await runOk([...pass, '--to', 'C3', '--ledger', file]);
  });
});
