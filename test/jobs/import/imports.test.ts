// Several jobs in one transaction: imports of several kinds, single facts and the opening of a round, one entry and one key.
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/days/day.ts';
import type { RecordKind } from '../../../src/domain/records/records.ts';
import { readValues } from '../../../src/intake/values/read-values.ts';
import { type Acting, entryOf } from '../../../src/jobs/acting.ts';
import { verify } from '../../../src/jobs/care/verify.ts';
import { stageFiles } from '../../../src/jobs/import/import-stage.ts';
import { type Import, Imports } from '../../../src/jobs/import/imports.ts';
import type { ImportRequest } from '../../../src/jobs/import/write-import.ts';
import { recordInto } from '../../../src/jobs/record/record-one.ts';
import { closeInto, closeRound } from '../../../src/jobs/round/close-round.ts';
import { openInto } from '../../../src/jobs/round/rounds.ts';
import { tally } from '../../../src/jobs/round/tally.ts';
import { listBatches } from '../../../src/ledger/facts/batches.ts';
import type { Ledger } from '../../../src/ledger/file/open.ts';
import { openRound } from '../../../src/ledger/rounds/rounds.ts';
import { commit } from '../../../src/ledger/writing/journal.ts';
import { put, temporaryFolder } from '../../support/folder.ts';
import { newLedger } from '../../support/ledgers.ts';

const CUTOFF = '2018-09-12' as Day;
const ACTING: Acting = {
  at: '2018-09-13T10:00:00.000Z',
  actor: '督查办',
  idempotencyKey: null,
  dryRun: false,
  today: null,
};

type More = Partial<Pick<ImportRequest<RecordKind>, 'amend' | 'skipBad' | 'read'>>;

function requestOf<K extends RecordKind>(kind: K, text: string, more: More = {}): ImportRequest<K> {
  const file = put(temporaryFolder(), `${kind}.csv`, text);
  return { kind, files: [file], open: {}, read: {}, mapping: null, amend: null, skipBad: false, ...more };
}

const CADRES = 'cadre_no,name,rank,post\nA1,甲一,staff,干事\nA2,甲二,staff,干事\n';
/** The lead is named, and known only from the file before. */
const FINDINGS =
  'finding_no,source,description,found_on,due_on,cadre_no\nF1,来源,问题,2018-09-01,2018-09-10,甲一\n';

const entries = ({ connection }: Ledger): number =>
  connection.get<{ count: number }>('SELECT count(*) AS count FROM journal')?.count ?? 0;

/** What a week does: cadres, findings that name them, a round opened on both; one entry. */
async function week(ledger: Ledger, acting: Acting, findings = FINDINGS) {
  const imports = new Imports(acting);
  const first = requestOf('cadres', CADRES);
  const cadres = imports.add(first, await stageFiles(ledger.connection, first));
  const second = await imports.open(requestOf('findings', findings, { read: { matchNames: true } }));
  return imports.commit(ledger, entryOf(acting, 'week', { cutoff: CUTOFF }), (db) => {
    const written = [cadres.write(db), second.write(db)];
    const keep = written.every(({ refused }) => !refused);
    const opened = openInto(db, acting, CUTOFF);
    const points = tally(db).plan.lines.map(({ standing }) => [standing.cadre.cadreNo, standing.counted]);
    const value = { imports: written.map(({ result }) => result), opened: opened.value, points };
    return { value, did: { imports: written.map(({ did }) => did), ...opened.did }, keep };
  });
}

describe('imports and the opening of a round', () => {
  it('are one entry: later files, the round and its tally see what was written before', async () => {
    const ledger = newLedger();
    const before = entries(ledger);
    const came = await week(ledger, ACTING);
    expect(came).toMatchObject({
      outcome: 'written',
      value: {
        imports: [
          { kind: 'cadres', added: 2 },
          { kind: 'findings', added: 1, told: [{ code: 'name_taken' }] },
        ],
        opened: { what: 'added', round: 1, cutoff: CUTOFF },
        points: [
          ['A1', 1],
          ['A2', 0],
        ],
      },
    });
    expect(entries(ledger)).toBe(before + 1);
    expect(listBatches(ledger.connection).map(({ kind, added }) => [kind, added])).toEqual([
      ['cadres', 2],
      ['findings', 1],
    ]);
    expect(openRound(ledger.connection)?.cutoff).toBe(CUTOFF);
    // The closing comes in an entry of its own, and all of it is proved from the facts.
    closeRound(ledger, ACTING, { cutoff: null, approvedBy: '书记', meeting: null, expect: null });
    const request = { quick: false, digest: null, against: null };
    expect(verify(ledger.file, request).faults).toEqual([]);
  });

  it('answer the same under their key, and write nothing again', async () => {
    const ledger = newLedger();
    const acting = { ...ACTING, idempotencyKey: 'week-37' };
    const first = await week(ledger, acting);
    const again = await week(ledger, acting);
    expect(again).toEqual({ ...first, repeated: true });
    expect(listBatches(ledger.connection)).toHaveLength(2);
  });

  it('are nothing at all where a row of one is bad', async () => {
    const ledger = newLedger();
    const before = entries(ledger);
    const came = await week(ledger, ACTING, FINDINGS.replace('2018-09-01', '2018-09-31'));
    expect(came).toMatchObject({ outcome: 'nothing', value: { imports: [{ added: 2 }, { rejected: 1 }] } });
    expect(entries(ledger)).toBe(before);
    expect(ledger.connection.all('SELECT * FROM cadres')).toEqual([]);
    expect(openRound(ledger.connection)).toBeUndefined();
  });
});

it('an import that is tried again does not count what another has refused twice', async () => {
  const ledger = newLedger();
  const bring = async (list: readonly ImportRequest<RecordKind>[]) => {
    const imports = new Imports(ACTING);
    const all: Import[] = [];
    for (const each of list) all.push(imports.add(each, await stageFiles(ledger.connection, each)));
    return imports.commit(ledger, entryOf(ACTING, 'week', {}), (db) => {
      const written = all.map((each) => each.write(db));
      return { value: written.map(({ result }) => result), did: {} };
    });
  };
  await bring([requestOf('cadres', CADRES)]);
  const unknown = FINDINGS.replace('甲一', 'A1').concat('F2,来源,问题,2018-09-01,2018-09-10,Z9\n');
  const amend = { columns: new Set(['post']), reason: '任免' };
  const changed = 'cadre_no,name,rank,post\nA1,甲一,staff,主任\nA2,甲三,staff,主任\n';
  const came = await bring([
    requestOf('findings', unknown, { skipBad: true }),
    requestOf('cadres', changed, { skipBad: true, amend }),
  ]);
  expect(came).toMatchObject({
    outcome: 'written',
    value: [
      { added: 1, rejected: 1, rejects: [{ rows: [{ problems: [{ code: 'cadre_unknown' }] }] }] },
      { amended: 1, rejected: 1, rejects: [{ rows: [{ original: ['A2', '甲三', 'staff', '主任'] }] }] },
    ],
  });
  const rows = came.outcome === 'already' ? [] : came.value.map(({ rejects }) => rejects[0]?.rows.length);
  expect(rows).toEqual([1, 1]);
});

it('a closing is in an entry of its own: facts of the same one are not in what it freezes', async () => {
  const ledger = newLedger();
  const closing = { cutoff: CUTOFF, approvedBy: '书记', meeting: null, expect: null };
  const both = () =>
    commit(ledger, entryOf(ACTING, 'both', {}), (db) => {
      const cadre = readValues('cadres', { cadre_no: 'A1', name: '甲一', rank: 'staff' });
      expect(recordInto(db, ACTING, 'cadres', [cadre]).value).toMatchObject({ what: 'added' });
      return closeInto(db, ACTING, closing, ledger.file);
    });
  expect(both).toThrow('not in what a closing freezes');
  // With nothing but its opening before it, it may be.
  const opened = commit(ledger, entryOf(ACTING, 'open and close', {}), (db) => {
    openInto(db, ACTING, CUTOFF);
    return closeInto(db, ACTING, { ...closing, cutoff: null }, ledger.file);
  });
  expect(opened).toMatchObject({ outcome: 'written', value: { what: 'added', round: 1 } });
});
