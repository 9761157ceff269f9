// What is published of the time after closings: counted by round, late by the last cutoff, and without a person.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { afterClosings } from '../../../src/jobs/publish/after-closing.ts';
import { openForReading } from '../../../src/ledger/file/open.ts';
import { put, temporaryFolder } from '../../support/folder.ts';
import { runOk } from '../../support/run.ts';

const POLICY = `name: p
version: "1"
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
  - { measure: admonition_talk, at_least: 4, in_circle: true }
duties: { talk_within: 10, serve_within: 7, answer_within: 15, appeal_within: 5 }
`;
const NONE = { talksOwed: 0, talksHeld: 0, talksLate: 0, servicesOwed: 0, services: 0, servicesLate: 0 };
const NOT_RAISED = { appeals: 0, appealsUpheld: 0, rechecks: 0, rebounds: 0 };

test('talks, services, appeals and re-checks are counted in their rounds', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'yanquan.db');
  const at = (...args: readonly string[]) =>
    runOk([...args, '--ledger', file], { now: '2018-12-01T04:00:00Z' });
  const bring = (kind: string, header: string, ...rows: readonly string[]) =>
    at('import', kind, put(folder, `${kind}.csv`, `${[header, ...rows].join('\n')}\n`));
  const after = () => {
    const ledger = openForReading(file);
    try {
      return [...afterClosings(ledger.connection).values()];
    } finally {
      ledger.close();
    }
  };
  const close = async (cutoff: string, ...measures: readonly string[]) => {
    await at('round', 'open', '--cutoff', cutoff);
    const rows = measures.map((measure, place) => `C${place + 1},${measure},审定甲,研究`);
    await bring('decisions', 'cadre_no,measure,by,reason', ...rows);
    await at('round', 'close', '--approved-by', '书记');
  };
  const talk = (no: string, round: number, on: string) =>
    bring('talks', 'cadre_no,round,talked_on,talker', `${no},${round},${on},谈话甲`);
  await at('init', '--policy', put(folder, 'policy.yaml', POLICY));
  await bring('cadres', 'cadre_no,name,rank', 'C1,甲某,staff', 'C2,乙某,staff', 'C3,丙某,staff');
  await bring(
    'findings',
    'finding_no,source,description,found_on,cadre_no,recurs',
    ...['F-1,s,d,2018-02-01,C1,', 'F-2,s,d,2018-02-01,C1,', 'F-3,s,d,2018-03-20,C1,F-1'],
  );
  await bring('reports', 'finding_no,reported_on', 'F-1,2018-02-10', 'F-2,2018-02-10');
  await bring(
    'checks',
    'finding_no,checked_on,result,checked_by',
    ...['F-1,2018-02-12,rectified,核查甲', 'F-2,2018-02-12,rectified,核查甲'],
  );

  await close('2018-03-05', 'reminder_talk', 'admonition_talk', 'self_criticism');
  const first = { ...NONE, ...NOT_RAISED, talksOwed: 2, servicesOwed: 3 };
  expect(after()).toEqual([first]);

  // A re-check dated within the first round and recorded after its closing counts in the next one.
  // One talk in time, and by the next cutoff the other one is late; so are all services.
  await talk('C1', 1, '2018-03-10');
  expect(after()).toEqual([{ ...first, talksHeld: 1 }]);
  await bring(
    'rechecks',
    'finding_no,rechecked_on,recheck_result,rechecked_by,new_no',
    ...['F-1,2018-03-21,rebound,复核甲,F-3', 'F-2,2018-02-20,holds,复核甲,'],
  );
  await close('2018-04-05', 'reminder_talk', 'none', 'reminder_talk');
  const closed = { talksOwed: 2, talksHeld: 1, talksLate: 1, servicesOwed: 3, services: 0, servicesLate: 3 };
  // The talk of C1 goes on: held once for the run, and owed in no later round.
  const second = { ...NONE, ...NOT_RAISED, talksOwed: 1, servicesOwed: 2, rechecks: 2, rebounds: 1 };
  expect(after()).toEqual([{ ...NOT_RAISED, ...closed }, second]);

  // A talk held late stays late; a service in time and one late; a talk for a later line of the run counts in its first.
  await talk('C2', 1, '2018-04-20');
  await talk('C3', 2, '2018-04-12');
  await bring(
    'services',
    'cadre_no,round,served_on,served_by,receipt',
    ...['C1,1,2018-03-12,送达甲,signed', 'C2,1,2018-03-13,送达甲,left', 'C1,2,2018-04-06,送达甲,signed'],
  );
  await bring(
    'appeals',
    'cadre_no,round,raised_on,reason,ruled_on,ruling,ruled_by',
    ...['C1,1,2018-03-15,数量有误,2018-03-20,upheld,复核甲', 'C2,1,2018-03-16,数量有误,,,'],
  );
  expect(after()).toEqual([
    {
      ...closed,
      talksHeld: 2,
      services: 2,
      servicesLate: 2,
      appeals: 2,
      appealsUpheld: 1,
      rechecks: 0,
      rebounds: 0,
    },
    { ...second, talksHeld: 1, services: 1 },
  ]);
});
