// A random year of 52 rounds: every adverse line ends in a talk, a service, an answer, or a late duty with a name.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addDays, type Day } from '../../src/domain/days/day.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { runOk, type World } from '../support/run.ts';

const world: World = { now: '2019-04-15T04:00:00Z' };
const END = '2019-03-31';
const ROUNDS = 52;
const CADRES = ['C1', 'C2', 'C3', 'C4', 'C5'];
const WITHIN = { talk: 14, serve: 7, answer: 15 };
const POLICY = `name: year
version: "1"
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
  - { measure: admonition_talk, at_least: 4, in_circle: true }
duties: { talk_within: ${WITHIN.talk}, serve_within: ${WITHIN.serve}, answer_within: ${WITHIN.answer}, appeal_within: 5 }
`;
const MEASURES = ['none', 'self_criticism', 'reminder_talk', 'admonition_talk'];
const cutoffOf = (round: number): Day => addDays('2018-01-03' as Day, (round - 1) * 7);

/** Numbers from 0 to below `most`, the same each time. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

interface Line {
  readonly cadre: string;
  readonly round: number;
  measure: number;
  talked: boolean;
  served: boolean;
  appeal?: {
    readonly raised: Day;
    readonly upheldOn: Day | null;
    readonly answered: boolean;
    corrected: boolean;
  };
}

/** What is owed at the end, told from the lines alone: kind, cadre, round, last day. */
function expected(lines: readonly Line[]): string[] {
  const owed: string[] = [];
  for (const cadre of CADRES) {
    let run: Line[] = [];
    const settle = (): void => {
      const [first] = run;
      if (first !== undefined && first.measure >= 2 && !run.some((line) => line.talked))
        owed.push(`talk ${cadre} ${first.round} ${addDays(cutoffOf(first.round), WITHIN.talk)}`);
      run = [];
    };
    for (const line of lines.filter((each) => each.cadre === cadre)) {
      const last = run.at(-1);
      if (line.measure === 0 || (last !== undefined && line.measure > last.measure)) settle();
      if (line.measure > 0) run.push(line);
    }
    settle();
  }
  for (const { cadre, round, measure, served, appeal } of lines) {
    if (measure > 0 && !served)
      owed.push(`serve ${cadre} ${round} ${addDays(cutoffOf(round), WITHIN.serve)}`);
    if (appeal === undefined) continue;
    if (!appeal.answered) owed.push(`answer ${cadre} ${round} ${addDays(appeal.raised, WITHIN.answer)}`);
    if (appeal.upheldOn !== null && !appeal.corrected && measure > 0)
      owed.push(`correct ${cadre} ${round} ${appeal.upheldOn}`);
  }
  return owed.sort();
}

it('a year of rounds leaves no adverse line behind', async () => {
  const folder = temporaryFolder();
  const ledger = join(folder, 'yanquan.db');
  const y = (...args: readonly string[]) => runOk([...args, '--ledger', ledger], world);
  const bring = async (kind: string, header: string, rows: readonly string[]): Promise<void> => {
    if (rows.length > 0) await y('import', kind, put(folder, 'in.csv', `${[header, ...rows].join('\n')}\n`));
  };
  const throwing = dice(20180912);
  await y('init', '--policy', put(folder, 'policy.yaml', POLICY));
  await bring(
    'cadres',
    'cadre_no,name,rank',
    CADRES.map((no, place) => `${no},${'甲乙丙丁戊'[place]}某,staff`),
  );
  const lines: Line[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const here = CADRES.map((cadre): Line => {
      const last = lines.findLast((each) => each.cadre === cadre)?.measure ?? 0;
      // Half of the time as before, so that runs are long enough to be lowered and raised.
      const measure = throwing(2) === 0 ? last : throwing(4);
      return { cadre, round, measure, talked: false, served: false };
    });
    lines.push(...here);
    const cutoff = cutoffOf(round);
    await y('round', 'open', '--cutoff', cutoff);
    const decided = here.map(({ cadre, measure }) => `${cadre},${MEASURES[measure]},审定甲,研究`);
    await bring('decisions', 'cadre_no,measure,by,reason', decided);
    await y('round', 'close', '--approved-by', '书记');
    const rows = { talks: [] as string[], services: [] as string[], appeals: [] as string[] };
    const corrections: Line[] = [];
    for (const line of here.filter(({ measure }) => measure > 0)) {
      const { cadre, measure } = line;
      const receipt = ['signed', 'refused', 'left', ''][throwing(4)] ?? '';
      if (measure >= 2 && throwing(3) === 0) {
        rows.talks.push(`${cadre},${round},${addDays(cutoff, 2)},谈话甲,${receipt}`);
        line.talked = true;
        line.served = receipt !== '';
      }
      if (!line.served && throwing(2) === 0) {
        rows.services.push(`${cadre},${round},${addDays(cutoff, 3)},送达甲,left`);
        line.served = true;
      }
      if (throwing(5) > 0) continue;
      const ruling = ['', 'dismissed', 'upheld', 'upheld'][throwing(4)] ?? '';
      const [raised, ruled] = [addDays(cutoff, 4), addDays(cutoff, 6)];
      rows.appeals.push(
        `${cadre},${round},${raised},过重,${ruling === '' ? ',,' : `${ruled},${ruling},复核甲`}`,
      );
      const corrected = ruling === 'upheld' && throwing(2) === 0;
      line.appeal = {
        raised,
        answered: ruling !== '',
        upheldOn: ruling === 'upheld' ? ruled : null,
        corrected,
      };
      if (corrected) corrections.push(line);
    }
    await bring('talks', 'cadre_no,round,talked_on,talker,receipt', rows.talks);
    await bring('services', 'cadre_no,round,served_on,served_by,receipt', rows.services);
    await bring('appeals', 'cadre_no,round,raised_on,reason,ruled_on,ruling,ruled_by', rows.appeals);
    for (const line of corrections) {
      line.measure -= 1;
      const lighter = ['--measure', MEASURES[line.measure] ?? '', '--by', '纪委', '--reason', '申诉成立'];
      await y('correct', line.cadre, '--round', String(round), ...lighter);
    }
  }
  interface Duty {
    readonly duty: string;
    readonly cadre_no: string;
    readonly name: string;
    readonly subject: string;
    readonly due_by: string;
    readonly days_late: number;
  }
  const dutiesIn = async (file: string): Promise<readonly Duty[]> =>
    JSON.parse(
      (await runOk(['duties', '--on', END, '--format', 'json', '--ledger', file], world)).stdout,
    ) as Duty[];
  const duties = await dutiesIn(ledger);
  const told = (all: readonly Duty[]): string[] =>
    all.map((each) => `${each.duty} ${each.cadre_no} ${each.subject} ${each.due_by}`).sort();
  expect(told(duties)).toEqual(expected(lines));
  for (const kind of ['talk', 'serve', 'answer', 'correct'])
    expect(duties.filter(({ duty }) => duty === kind).length).toBeGreaterThan(2);
  expect(duties.filter(({ name, days_late }) => name === '' || days_late <= 0)).toEqual([]);
  await y('verify', '--quick');
  // A new ledger owes the same.
  const next = join(folder, 'next.db');
  await runOk(['init', '--carry-over', ledger, '--ledger', next], world);
  expect(await dutiesIn(next)).toEqual(duties);
}, 180_000);
