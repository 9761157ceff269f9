// A year of rounds through the command line: every measure ends in a talk, a service, an answer, or a late duty with a name.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../support/folder.ts';
import { runOk, type World } from '../support/run.ts';

const world: World = { now: '2019-01-15T04:00:00Z' };
const CADRES = ['C1', 'C2', 'C3', 'C4'];
const ROUNDS = 12;
const cutoffOf = (round: number): string => `2018-${String(round).padStart(2, '0')}-05`;
const dayIn = (round: number, day: number): string => `${cutoffOf(round).slice(0, 8)}${day}`;

const POLICY = `name: year
version: "1"
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
  - { measure: admonition_talk, at_least: 4, in_circle: true }
duties: { talk_within: 10, serve_within: 7, answer_within: 15, appeal_within: 5 }
influence_months: { self_criticism: 0, reminder_talk: 3, admonition_talk: 6 }
`;

const measureOf = (cadre: number, round: number): string =>
  ['none', 'reminder_talk', 'admonition_talk', 'reminder_talk', 'self_criticism'][(cadre * 2 + round) % 5] ??
  '';

interface Row {
  readonly [column: string]: string | number | boolean | null;
}

describe('a year of rounds', () => {
  it('leaves nothing behind without a duty that names who it is about', async () => {
    const folder = temporaryFolder();
    const at = (...args: readonly string[]) =>
      runOk([...args, '--ledger', join(folder, 'yanquan.db')], world);
    const bring = async (kind: string, header: string, rows: readonly string[]): Promise<void> => {
      if (rows.length > 0)
        await at('import', kind, put(folder, `${kind}.csv`, `${[header, ...rows].join('\n')}\n`));
    };
    await at('init', '--policy', put(folder, 'policy.yaml', POLICY));
    await bring(
      'cadres',
      'cadre_no,name,rank',
      CADRES.map((no, place) => `${no},${'甲乙丙丁'[place]}某,staff`),
    );
    for (let round = 1; round <= ROUNDS; round += 1) {
      await at('round', 'open', '--cutoff', cutoffOf(round));
      const given = CADRES.map((no, place) => ({
        no,
        measure: measureOf(place, round),
        fate: (place + round) % 4,
      }));
      await bring(
        'decisions',
        'cadre_no,measure,by,reason',
        given.map(({ no, measure }) => `${no},${measure},审定甲,研究`),
      );
      await at('round', 'close', '--approved-by', '书记');
      const adverse = given.filter(({ measure }) => measure !== 'none');
      const talked = adverse.filter(({ measure, fate }) => measure.endsWith('talk') && fate !== 3);
      await bring(
        'talks',
        'cadre_no,round,talked_on,talker,receipt',
        talked.map(
          ({ no, fate }) => `${no},${round},${dayIn(round, 10)},谈话甲,${fate === 0 ? 'signed' : ''}`,
        ),
      );
      await bring(
        'services',
        'cadre_no,round,served_on,served_by,receipt',
        adverse
          .filter(({ fate }) => fate === 1 || fate === 2)
          .map(({ no }) => `${no},${round},${dayIn(round, 11)},送达甲,left`),
      );
      await bring(
        'appeals',
        'cadre_no,round,raised_on,reason,ruled_on,ruling,ruled_by',
        adverse
          .filter(({ fate }) => fate === 2 || fate === 3)
          .map(({ no, fate }) =>
            fate === 2
              ? `${no},${round},${dayIn(round, 14)},数量有误,${dayIn(round, 20)},dismissed,复核甲`
              : `${no},${round},${dayIn(round, 18)},数量有误,,,`,
          ),
      );
    }
    const json = async (...args: readonly string[]): Promise<Row[]> =>
      JSON.parse((await at(...args, '--format', 'json')).stdout) as Row[];
    const measures = await json('measure', 'list', '--all', '--on', '2019-01-15');
    const duties = await json('duties', '--on', '2019-01-15');
    const owes = (duty: string, row: Row, round = row.round): Row | undefined =>
      duties.find(
        (each) => each.duty === duty && each.cadre_no === row.cadre_no && each.subject === String(round),
      );
    const expected = CADRES.flatMap((_, place) =>
      Array.from({ length: ROUNDS }, (_, at) => measureOf(place, at + 1)).filter((each) => each !== 'none'),
    );
    expect(measures).toHaveLength(expected.length);
    const ends = { talk_held: 0, talk_late: 0, served: 0, service_late: 0, answered: 0, answer_late: 0 };
    for (const row of measures) {
      if (row.measure !== 'self_criticism' || row.talk_state !== '') {
        const late = owes('talk', row, row.since_round);
        expect([row, late === undefined]).toEqual([row, row.talk_state === 'held']);
        if (late !== undefined) expect(late.name).toMatch(/某$/);
        ends[late === undefined ? 'talk_held' : 'talk_late'] += 1;
      }
      const unserved = owes('serve', row);
      expect([row, unserved === undefined]).toEqual([row, String(row.served_on) !== '']);
      if (unserved !== undefined) expect(unserved.days_late).toBeGreaterThan(0);
      ends[unserved === undefined ? 'served' : 'service_late'] += 1;
      if (row.appealed_on === '') continue;
      const unanswered = owes('answer', row);
      expect([row, unanswered === undefined]).toEqual([row, row.appeal_state === 'dismissed']);
      ends[unanswered === undefined ? 'answered' : 'answer_late'] += 1;
    }
    for (const count of Object.values(ends)) expect(count).toBeGreaterThan(0);
    const named = duties.filter(({ duty }) => duty === 'talk' || duty === 'serve' || duty === 'answer');
    expect(
      named.every(
        ({ name, settled_with }) => name !== '' && String(settled_with).startsWith('yanquan measure'),
      ),
    ).toBe(true);
    await at('verify');
  }, 240_000);
});
