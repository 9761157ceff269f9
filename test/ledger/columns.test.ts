// Rows are held against the columns of their tables: by the compiler, and again when they are written.
import { describe, expect, it } from 'vitest';
import { rowFor } from '../../src/ledger/columns/known.ts';
import type { WriteDb } from '../../src/ledger/writing/journal.ts';
import { newLedger, write } from '../support/ledgers.ts';

const extension = { new_due_on: '2018-10-01', granted_on: '2018-09-20', granted_by: '书记' };
const reason = '汛期';
/** What a spread brings is seen as well as what is written out. */
const misspelt = { ...extension, reasn: reason };
const BATCH = { kind: 'findings', file: 'a.csv', sha256: 'a'.repeat(64) };

/**
 * Wrong rows. The compiler refuses each: where it does not any more, the directive above the line stops the build. And each
 * is refused again when it is written.
 */
const WRONG: readonly (readonly [what: string, insert: (db: WriteDb) => void, message: string])[] = [
  [
    'a column that the table does not have',
    // @ts-expect-error
    (db) => db.insert('extensions', { finding_id: 1, ...extension, reason, reasn: reason }),
    'extensions takes no column reasn',
  ],
  [
    'the same behind a spread',
    // @ts-expect-error
    (db) => db.insert('extensions', { finding_id: 1, ...misspelt, reason }),
    'extensions takes no column reasn',
  ],
  [
    'the same in the place of the right one',
    // @ts-expect-error
    (db) => db.insert('extensions', { finding_id: 1, ...misspelt }),
    'extensions takes no column reasn',
  ],
  [
    'a column that is missing',
    // @ts-expect-error
    (db) => db.insert('extensions', { ...extension, reason }),
    'NOT NULL constraint failed: extensions.finding_id',
  ],
  [
    'a column of another type',
    // @ts-expect-error
    (db) => db.insert('extensions', { finding_id: 'F1', ...extension, reason }),
    'cannot store TEXT value in INTEGER column extensions.finding_id',
  ],
  [
    'a column of another table',
    // @ts-expect-error
    (db) => db.insertPart('milestones', { plan_id: 1, on: '2018-09-15', amount: 2, place: 0 }),
    'milestones takes no column place',
  ],
  [
    'a column that is given to the row',
    // @ts-expect-error
    (db) => db.insert('batches', { ...BATCH, seq: 4 }),
    'batches takes no column seq',
  ],
  [
    'in what is derived',
    // @ts-expect-error
    (db) => db.insertDerived('cadre_now', { cadre_id: 1, cadre_no: 'A1', name: '甲一' }),
    'cadre_now takes no column name',
  ],
  [
    'in a change of what is derived',
    // @ts-expect-error
    (db) => db.updateDerived('finding_now', 1, { statsu: 'rectified' }),
    'finding_now takes no column statsu',
  ],
];

describe('a wrong row is refused by the compiler and when it is written', () => {
  it.each(WRONG)('%s', (_, insert, message) => {
    const writing = () => write(newLedger(), insert);
    expect(writing).toThrow(message);
  });

  it('has its columns that may be empty written out: one that is forgotten is seen', () => {
    const without = (db: WriteDb) =>
      // @ts-expect-error
      db.insert('policies', { name: 'n', version: 'v', sha256: BATCH.sha256, text: 't' });
    const empty = (db: WriteDb) =>
      // @ts-expect-error
      db.insert('seals', { by: '书记' });
    expect(() => write(newLedger(), without)).toThrow('NOT NULL');
    // Only the compiler sees this one.
    expect(write(newLedger(), empty)).toBeDefined();
  });
});

describe('a row that is only known at run time', () => {
  it('has what may be empty filled', () => {
    expect(rowFor('extensions', { finding_id: 1, ...extension, line: 3, batch_id: 2 })).toEqual({
      finding_id: 1,
      ...extension,
      reason: null,
      line: 3,
      batch_id: 2,
    });
  });

  it.each([
    [{ finding_id: 1, ...misspelt }, 'extensions takes no column reasn'],
    [{ ...extension }, 'extensions.finding_id is whole, and not empty'],
    [{ finding_id: '1', ...extension }, 'extensions.finding_id is whole, and not string'],
    [{ finding_id: 1, ...extension, reason: 5 }, 'extensions.reason is text?, and not number'],
  ])('is refused where it does not fit: %j', (row, message) => {
    expect(() => rowFor('extensions', row)).toThrow(message);
  });
});
