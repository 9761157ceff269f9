// Re-checks within one transaction: what the same batch brought is known to those behind it.
import { expect, it } from 'vitest';
import { readValues } from '../../../src/intake/values/read-values.ts';
import { type Outcome, Recording } from '../../../src/jobs/record/recording.ts';
import { recorders } from '../../../src/jobs/record/registry.ts';
import { openForWriting } from '../../../src/ledger/file/open.ts';
import { ledgerIn } from '../../support/errors.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { write } from '../../support/ledgers.ts';

const finding = (finding_no: string, recurs: string) =>
  readValues('findings', {
    ...{ finding_no, recurs, source: '省委巡视反馈', description: '又未入档' },
    ...{ found_on: '2018-09-20', cadre_no: 'C5' },
  });
const rebound = (new_no: string) =>
  readValues('rechecks', {
    ...{ finding_no: 'F-9', rechecked_on: '2018-09-20', rechecked_by: '督查丙' },
    ...{ recheck_result: 'rebound', new_no },
  });

it('a rebound may name a finding of the same batch, which must name the old one', async () => {
  const ledger = openForWriting(await ledgerIn(temporaryFolder()));
  const drafts = <R>(...records: readonly R[]) =>
    records.map((record) => ({ record, origin: { batch_id: null, line: null } }));
  const outcomes: Outcome[] = [];
  const settle = (_: unknown, outcome: Outcome): void => {
    outcomes.push(outcome);
  };
  try {
    write(ledger, (db) => {
      const recording = new Recording(db, { today: null, amend: null });
      recorders.findings(recording, drafts(finding('N-1', 'F-9'), finding('N-2', 'F-10')), settle);
      recorders.rechecks(
        recording,
        drafts(rebound('N-1'), rebound('N-1'), rebound('N-2'), rebound('N-3')),
        settle,
      );
    });
  } finally {
    ledger.close();
  }
  const rechecks = outcomes
    .slice(2)
    .map((each) => (each.what === 'rejected' ? each.problems[0]?.code : each.what));
  expect(rechecks).toEqual(['added', 'unchanged', 'recheck_new_names_other', 'recheck_new_unknown']);
});
