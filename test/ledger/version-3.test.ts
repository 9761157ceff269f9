// A ledger that the program of schema version 3 wrote (fixtures/ledgers): the demo, with reversals and corrections in both
// closed rounds, and a third round open with a decision.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/jobs/care/verify.ts';
import { SCHEMA_VERSION } from '../../src/ledger/migrate.ts';
import { fixtureLedger, versionOf } from '../support/fixture-ledger.ts';
import { run, runOk } from '../support/run.ts';

const FULL = { quick: false, digest: null, against: null };
const WORLD = { now: '2018-10-10T04:00:00Z' };
const READ = [
  'explain TJ022 --round 1',
  'log',
  'circle',
  'finding show HT-012',
  'notice',
  'training',
  'trend',
  'tally',
  '',
];

const found = (file: string) => {
  const { faults, replayed } = verify(file, FULL);
  // The test writes at an earlier time than the fixture was written: only noted.
  const codes = faults.map((each) => each.problem.code);
  return { faults: codes.filter((code) => code !== 'verify_time_backwards'), replayed };
};
const digestsOf = async (file: string) => {
  const { stdout } = await runOk(['--ledger', file, 'round', 'list', '--format', 'json'], WORLD);
  return (JSON.parse(stdout) as { digest: string }[]).map((round) => round.digest);
};
/** The notice of each closed round, the corrected ones too. */
const noticesOf = async (file: string) =>
  Promise.all(
    ['1', '2'].map(async (round) => {
      const args = ['--ledger', file, 'notice', '--round', round, '--format', 'md'];
      return (await runOk(args, WORLD)).stdout;
    }),
  );

describe('a ledger of schema version 3', () => {
  it.each([0o600, 0o400])('is read and verified as it is (mode %o)', async (mode) => {
    const file = fixtureLedger(3, mode);
    const before = readFileSync(file);
    expect(versionOf(file)).toBe(3);
    expect(found(file)).toEqual({ faults: [], replayed: 2 });
    for (const read of READ) {
      const args = read === '' ? [] : read.split(' ');
      expect((await run(['--ledger', file, ...args], WORLD)).code, read).toBe(0);
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('goes on: the next round is closed, those before stay the same', async () => {
    const file = fixtureLedger(3);
    const digests = await digestsOf(file);
    const notices = await noticesOf(file);
    const at = ['--ledger', file];
    await runOk(['cadre', 'add', 'C9', '--name', '某九', '--rank', 'staff', ...at], WORLD);
    expect(versionOf(file)).toBe(SCHEMA_VERSION);
    expect(await noticesOf(file)).toEqual(notices);
    expect((await digestsOf(file)).slice(0, 2)).toEqual(digests.slice(0, 2));
    expect(found(file)).toEqual({ faults: [], replayed: 2 });
  });

  it('keeps the one digest of rounds that were closed in one step, beside the two of those closed now', async () => {
    const file = fixtureLedger(3);
    for (const args of [
      ['decide', 'TJ020', '--confirm', '--by', '党委会', '--reason', '属实'],
      ['round', 'close', '--approved-by', '书记'],
    ]) {
      await runOk(['--ledger', file, ...args], WORLD);
    }
    const { stdout } = await runOk(['--ledger', file, 'round', 'list', '--format', 'json'], WORLD);
    const rounds = JSON.parse(stdout) as { readonly digest: string; readonly draft_digest: string }[];
    expect(rounds.map((round) => round.draft_digest !== '')).toEqual([false, false, true]);
    const told = rounds.flatMap(({ digest, draft_digest: draft }) =>
      draft === '' ? [digest] : [digest, draft],
    );
    const of = told.map((digest) => verify(file, { ...FULL, digest }).digestOf);
    expect(of).toEqual([
      { round: 1, which: 'only' },
      { round: 2, which: 'only' },
      { round: 3, which: 'closing' },
      { round: 3, which: 'draft' },
    ]);
    expect(found(file)).toEqual({ faults: [], replayed: 3 });
  });
});
