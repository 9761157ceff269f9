// A ledger that the program of schema version 2 wrote (fixtures/ledgers): carried over from one of version 1, a notice issued.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/jobs/care/verify.ts';
import { SCHEMA_VERSION } from '../../src/ledger/migrate.ts';
import { fixtureLedger, versionOf } from '../support/fixture-ledger.ts';
import { run, runOk } from '../support/run.ts';

/** As `round list` gave them when the fixture was written: the first was carried over. */
const DIGESTS = [
  '58ad91f2e5e5026a059aaf3a52a0fb6d83a537f6ed4358b51e083773a48a2028',
  'bfc52b066c452ff23246ee5e1968314fedd6ad010e7c38f89c3948d415a9e01e',
  '20b5a8e7558526ab43e59ecedc16b0fea15572fccc1e1637bb2bc5eb690bbc01',
];
const FULL = { quick: false, digest: null, against: null };
const WORLD = { now: '2018-10-10T04:00:00Z' };
const READ = ['explain C2', 'log', 'circle', 'finding show F-22', 'notice', 'training', 'trend', ''];

const copied = (mode?: number): string => fixtureLedger(2, mode);

const roundsWithFigures = (file: string): unknown[] => {
  const raw = new Database(file, { readonly: true });
  const rounds = raw.prepare('SELECT round_no FROM round_figures').pluck().all();
  raw.close();
  return rounds;
};

const digestsOf = async (file: string) => {
  const { stdout } = await runOk(['--ledger', file, 'round', 'list', '--format', 'json'], WORLD);
  return (JSON.parse(stdout) as { digest: string }[]).map((round) => round.digest);
};

/** The notices of both own rounds, generated again. */
const noticesOf = async (file: string) =>
  Promise.all(
    ['3', '4'].map(async (round) => {
      const args = ['--ledger', file, 'notice', '--round', round, '--format', 'md'];
      const { code, stdout, stderr } = await run(args, WORLD);
      // That of round 3 was issued in an earlier form of the notice: the file is another one now, and that is said.
      expect(code).toBe(round === '3' ? 3 : 0);
      if (code === 3) expect(stderr).toContain('not the one that was issued');
      return stdout;
    }),
  );

const found = (file: string) => {
  const { faults, replayed } = verify(file, FULL);
  return { faults: faults.map((each) => [each.problem.code, each.grave]), replayed };
};
const WHOLE = { faults: [['verify_round_carried', false]], replayed: 2 };

describe('a ledger of schema version 2', () => {
  it.each([0o600, 0o400])('is read and verified as it is, every round the same (mode %o)', async (mode) => {
    const file = copied(mode);
    const before = readFileSync(file);
    expect(versionOf(file)).toBe(2);
    expect(found(file)).toEqual(WHOLE);
    expect(await digestsOf(file)).toEqual(DIGESTS);
    for (const read of READ) {
      const args = read === '' ? [] : read.split(' ');
      expect((await run(['--ledger', file, ...args], WORLD)).code, read).toBe(0);
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is migrated by the first writing command; every round and notice is still the same', async () => {
    const file = copied();
    const before = await noticesOf(file);
    await runOk(['--ledger', file, 'cadre', 'add', 'C9', '--name', '辛八', '--rank', 'staff'], WORLD);
    expect(versionOf(file)).toBe(SCHEMA_VERSION);
    expect(found(file)).toEqual(WHOLE);
    expect(await digestsOf(file)).toEqual(DIGESTS);
    expect(await noticesOf(file)).toEqual(before);

    // The rounds closed before have no figures; the next one has.
    const at = ['--ledger', file];
    await runOk(['round', 'open', '--cutoff', '2018-10-10', ...at], WORLD);
    for (const cadreNo of ['C1', 'C2']) {
      await runOk(['decide', cadreNo, '--confirm', '--by', '审定甲', '--reason', '研究同意', ...at], WORLD);
    }
    await runOk(['round', 'close', '--approved-by', '书记', ...at], WORLD);
    expect(roundsWithFigures(file)).toEqual([5]);
    expect(found(file)).toEqual({ ...WHOLE, replayed: 3 });
  });
});
