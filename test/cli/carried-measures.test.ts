// A new year for measures: what is owed goes on with the same lines and days, and an upheld appeal is corrected there too.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../support/folder.ts';
import { type Ran, run, runOk, type World } from '../support/run.ts';
import { rechain, tamper } from '../support/tamper.ts';

const world: World = { now: '2019-02-15T04:00:00Z' };
const POLICY = `name: years
version: "1"
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
  - { measure: admonition_talk, at_least: 4, in_circle: true }
duties: { talk_within: 14, serve_within: 7, answer_within: 15, appeal_within: 10 }
influence_months: { self_criticism: 0, reminder_talk: 3, admonition_talk: 6 }
`;
const CADRES = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'];
const CUTOFFS = ['2018-09-05', '2018-10-05', '2018-11-05', '2018-12-05'];
const WORDS: Readonly<Record<string, string>> = {
  n: 'none',
  s: 'self_criticism',
  r: 'reminder_talk',
  a: 'admonition_talk',
};
/** Each cadre's measures in the four rounds. */
const MEASURES: Readonly<Record<string, string>> = {
  C1: 'aaas', // lowered, the talk of the first round owed
  C2: 'rnnn', // ended, talk owed
  C3: 'rnnn', // ended, talk held and served: in force until December only
  C4: 'annn', // ended and settled, in force until March
  C5: 'srnn', // raised; appeals
  C6: 'snnr', // an appeal upheld against the first, not corrected
  C7: 'rrnn', // upheld and corrected
  C8: 'rrra', // settled, then raised in the last round; an appeal pending
};
const ACTS: readonly (readonly string[])[] = [
  'talk C3 1 2018-09-10 --receipt signed',
  'talk C4 1 2018-09-12',
  'serve C4 1 2018-09-30 --receipt left',
  'serve C1 1 2018-09-08 --receipt refused',
  'appeal C5 2 2018-10-09 --reason 一',
  'appeal C6 1 2018-12-20 --reason 二',
  'appeal C7 1 2018-09-09 --reason 三',
  'serve C7 1 2018-09-07 --receipt signed',
  'appeal C8 4 2018-12-12 --reason 四',
  'talk C8 1 2018-09-08 --receipt signed',
  'serve C8 2 2018-10-06 --receipt signed',
  'serve C8 3 2018-11-06 --receipt signed',
  'follow-up C4 1 2018-10-12 --result improved',
].map((line) => line.split(' '));

interface Ledgers {
  readonly old: string;
  readonly now: string;
}
type At = (...args: readonly string[]) => Promise<Ran>;
const at =
  (ledger: string): At =>
  (...args) =>
    runOk([...args, '--ledger', ledger], world);
const rows = async (ran: Promise<Ran>): Promise<Record<string, unknown>[]> =>
  JSON.parse((await ran).stdout) as Record<string, unknown>[];

async function act(ledger: string, [step = '', cadre = '', round = '', on = '', ...more]: readonly string[]) {
  const by = step === 'appeal' ? [] : ['--by', '办事甲'];
  await at(ledger)('measure', step, cadre, '--round', round, '--on', on, ...by, ...more);
}

/** A ledger of four rounds and, from it, one of the next year. */
async function years(): Promise<Ledgers> {
  const folder = temporaryFolder();
  const [old, now] = [join(folder, 'old.db'), join(folder, 'new.db')];
  const inOld = at(old);
  await inOld('init', '--policy', put(folder, 'policy.yaml', POLICY), '--township', '桶井乡');
  const roster = CADRES.map((no, place) => `${no},${'甲乙丙丁戊己庚辛'[place]}某,staff`);
  await inOld('import', 'cadres', put(folder, 'cadres.csv', `cadre_no,name,rank\n${roster.join('\n')}\n`));
  for (const [place, cutoff] of CUTOFFS.entries()) {
    await inOld('round', 'open', '--cutoff', cutoff);
    const decided = CADRES.map((no) => `${no},${WORDS[MEASURES[no]?.[place] ?? 'n']},审定甲,研究`);
    const file = put(folder, `${place}.csv`, `cadre_no,measure,by,reason\n${decided.join('\n')}\n`);
    await inOld('import', 'decisions', file);
    await inOld('round', 'close', '--approved-by', '书记');
    // Recorded after the third round: its answer is due from that cutoff on.
    if (place === 2) await act(old, ['appeal', 'C3', '1', '2018-09-15', '--reason', '迟录']);
    for (const each of ACTS.filter(([, , round]) => round === String(place + 1))) await act(old, each);
  }
  const answer = ['--ruling', 'upheld', '--on', '2018-12-28', '--by', '复核甲'];
  await inOld('measure', 'answer', 'C7', '--round', '1', ...answer);
  await inOld('measure', 'answer', 'C6', '--round', '1', ...answer);
  await correct(old, 'C7', '1', 'self_criticism');
  await inOld('cadre', 'leave', 'C2', '--on', '2018-12-20', '--by', '组织甲');
  await at(now)('init', '--carry-over', old);
  return { old, now };
}

async function correct(ledger: string, cadre: string, round: string, measure: string): Promise<void> {
  await at(ledger)(
    'correct',
    cadre,
    '--round',
    round,
    '--measure',
    measure,
    '--by',
    '纪委',
    '--reason',
    '申诉成立',
  );
}

const duties = (ledger: string, on: string) => rows(at(ledger)('duties', '--on', on, '--format', 'json'));
const active = (ledger: string, on: string) =>
  rows(at(ledger)('measure', 'list', '--active-on', on, '--format', 'json'));
const DAYS = ['2018-12-31', '2019-01-10', '2019-02-10'];

describe('after a carry-over', () => {
  it('the same is owed for the same lines on the same days, and the same measures are in force', async () => {
    const { old, now } = await years();
    for (const day of DAYS) {
      const owed = await duties(old, day);
      expect(owed.length).toBeGreaterThan(8);
      expect(await duties(now, day)).toEqual(owed);
      expect(await active(now, day)).toEqual(await active(old, day));
    }
    expect((await active(old, '2018-12-31')).map((row) => row.cadre_no)).toContain('C4');
    expect((await duties(old, '2018-12-31')).map((row) => row.duty)).toEqual(
      expect.arrayContaining(['talk', 'serve', 'answer', 'correct']),
    );
    expect((await run(['verify', '--ledger', now], world)).code).toBe(0);
    // C2 has left and owes no talk; who comes back does.
    for (const ledger of [old, now])
      await at(ledger)('cadre', 'return', 'C2', '--on', '2019-01-05', '--by', '组织甲');
    const back = await duties(now, '2019-02-10');
    expect(back).toEqual(await duties(old, '2019-02-10'));
    expect(back.filter((row) => row.cadre_no === 'C2').map((row) => row.duty)).toContain('talk');
  });

  it('what is done then leaves the same in both, also corrections of rounds of the old ledger', async () => {
    const { old, now } = await years();
    const upheld = ['--ruling', 'upheld', '--on', '2019-01-08', '--by', '复核甲'];
    for (const ledger of [old, now]) {
      await act(ledger, ['talk', 'C1', '4', '2019-01-05', '--receipt', 'signed']);
      await act(ledger, ['serve', 'C6', '1', '2019-01-05', '--receipt', 'signed']);
      await act(ledger, ['appeal', 'C1', '1', '2019-01-06', '--reason', '五']);
      await at(ledger)('measure', 'answer', 'C8', '--round', '4', ...upheld);
      await at(ledger)('measure', 'answer', 'C5', '--round', '2', ...upheld);
    }
    for (const day of DAYS) expect(await duties(now, day)).toEqual(await duties(old, day));
    for (const ledger of [old, now]) {
      await correct(ledger, 'C6', '1', 'none');
      await correct(ledger, 'C5', '2', 'self_criticism');
      await correct(ledger, 'C8', '4', 'reminder_talk');
    }
    const left = (row: Record<string, unknown>): boolean => row.duty !== 'correct';
    for (const day of DAYS) {
      expect((await duties(now, day)).filter(left)).toEqual((await duties(old, day)).filter(left));
      expect((await duties(now, day)).filter((row) => !left(row))).toEqual([]);
      expect(await active(now, day)).toEqual(await active(old, day));
    }
    const line = async (ledger: string) =>
      (await rows(at(ledger)('round', 'show', '4', '--format', 'json'))).find((row) => row.cadre_no === 'C8');
    expect(await line(now)).toEqual(await line(old));
    expect(await line(now)).toMatchObject({
      measure: 'reminder_talk',
      step: 'continued',
      decided_by: '纪委',
    });
    expect((await run(['verify', '--ledger', now], world)).code).toBe(0);
    const forged = join(temporaryFolder(), 'forged.db');
    copyFileSync(now, forged);
    tamper(forged, (raw) => {
      raw.exec(
        "UPDATE corrections SET measure = 'self_criticism', now_in = 0, movement = 'exit' WHERE by = '纪委' AND round_no = 4",
      );
      rechain(raw);
    });
    const found = await run(['verify', '--ledger', forged, '--lang', 'zh'], world);
    expect(found.code).toBe(4);
    expect(found.stdout + found.stderr).toMatch(/第4轮.*更正|更正.*第4轮/);
    // The next round goes on from the corrected line.
    for (const ledger of [old, now])
      await at(ledger)('round', 'close', '--cutoff', '2019-01-15', '--approved-by', '书记');
    // The digest covers from where each reason came, and that is another ledger.
    const next = async (ledger: string) =>
      (await rows(at(ledger)('round', 'show', '5', '--format', 'json'))).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'digest')),
      );
    expect(await next(now)).toEqual(await next(old));
  });

  it('a second year takes along what the first one was given', async () => {
    const { now } = await years();
    const third = join(temporaryFolder(), 'third.db');
    await at(third)('init', '--carry-over', now);
    for (const day of DAYS) {
      expect(await duties(third, day)).toEqual(await duties(now, day));
      expect(await active(third, day)).toEqual(await active(now, day));
    }
    expect((await run(['verify', '--ledger', third], world)).code).toBe(0);
  });

  it('facts alone correct nothing in a round of the old ledger', async () => {
    const { now } = await years();
    const args = ['correct', 'C1', '--round', '4', '--by', '纪委', '--reason', '误录', '--ledger', now];
    expect(await run(args, world)).toMatchObject({ code: 1, stdout: '' });
    expect((await run([...args, '--measure', 'none'], world)).stderr).toContain(
      'no upheld appeal in round 4',
    );
  });
});
