// A ledger that the program of schema version 1 wrote (fixtures/ledgers): read as it is, migrated by the first writing command.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/jobs/care/verify.ts';
import { SCHEMA_VERSION } from '../../src/ledger/migrate.ts';
import { fixtureLedger, versionOf } from '../support/fixture-ledger.ts';
import { run, runOk } from '../support/run.ts';

/** As `round list` gave them when the fixture was written. */
const DIGESTS = [
  'ed649ab6fdf6daa0301251b5298b31a63ec62d596135d4e7a3327d27965042d1',
  '58ad91f2e5e5026a059aaf3a52a0fb6d83a537f6ed4358b51e083773a48a2028',
];
const FULL = { quick: false, digest: null, against: null };
const WORLD = { now: '2018-10-01T04:00:00Z' };

const copied = (mode?: number): string => fixtureLedger(1, mode);

const digestsOf = async (file: string) => {
  const { stdout } = await runOk(['--ledger', file, 'round', 'list', '--format', 'json'], WORLD);
  return (JSON.parse(stdout) as { state: string; digest: string }[])
    .filter((round) => round.state === 'closed')
    .map((round) => round.digest);
};

describe('a ledger of schema version 1', () => {
  it.each([0o600, 0o400])('is read and verified as it is, every round the same (mode %o)', async (mode) => {
    const file = copied(mode);
    const before = readFileSync(file);
    expect(versionOf(file)).toBe(1);
    const { faults, rounds, replayed, carriedFrom } = verify(file, FULL);
    expect({ faults, rounds, replayed, carriedFrom }).toEqual({
      faults: [],
      rounds: 2,
      replayed: 2,
      carriedFrom: null,
    });
    expect(await digestsOf(file)).toEqual(DIGESTS);
    for (const read of [['explain', 'C1'], ['log'], ['circle'], ['finding', 'show', 'F-3'], ['notice'], []]) {
      expect((await run(['--ledger', file, ...read], WORLD)).code, read.join(' ')).toBe(0);
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is migrated by the first writing command, and every round is still the same', async () => {
    const file = copied();
    await runOk(['--ledger', file, 'cadre', 'add', 'C9', '--name', '辛八', '--rank', 'staff'], WORLD);
    expect(versionOf(file)).toBe(SCHEMA_VERSION);
    const { faults, replayed, entries } = verify(file, FULL);
    expect({ faults, replayed, entries }).toEqual({ faults: [], replayed: 2, entries: 23 });
    expect(await digestsOf(file)).toEqual(DIGESTS);
  });

  it('is found damaged when a table of its own version is gone, not when one of a later version is', () => {
    const file = copied();
    const raw = new Database(file);
    raw.exec('DROP TABLE talks');
    raw.close();
    const codes = verify(file, { ...FULL, quick: true }).faults.map((each) => each.problem.values.name);
    expect(codes).toContain('table talks');
    expect(codes).not.toContain('table seals');
  });
});
