// Publishing without a server: what is missing is found by digests, and rows are the same each time.
import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../src/domain/problem.ts';
import {
  type AfterClosing,
  afterRow,
  type PublishedEdition,
  type RoundThere,
} from '../../../src/domain/publication.ts';
import { ledgerIdOf, ownRound, publishedRound } from '../../../src/jobs/publish/publication.ts';
import { missingOf, refuseFork } from '../../../src/jobs/publish/publish-plan.ts';
import { openForReading } from '../../../src/ledger/file/open.ts';
import { distributing } from '../../../src/server/distribute.ts';
import { demo } from '../../support/demo.ts';

const edition = (digest: string): PublishedEdition => ({ round: 1, edition: 0, digest, lines: [] });
const after: AfterClosing = {
  talksOwed: 3,
  talksHeld: 1,
  talksLate: 0,
  servicesOwed: 3,
  services: 2,
  servicesLate: 1,
  appeals: 1,
  appealsUpheld: 0,
  rechecks: 4,
  rebounds: 1,
};
const there = (...editions: readonly (readonly [string, boolean])[]): RoundThere => ({
  round: 1,
  digest: 'd',
  editions: editions.map(([digest, withLines]) => ({ digest, withLines })),
  after: afterRow(1, 4, after),
});
const told = (missing: ReturnType<typeof missingOf>) => ({
  what: missing.what,
  editions: missing.editions.map((each) => [each.edition, each.digest]),
  lines: missing.lines.map((each) => [each.edition, each.digest]),
});

describe('what is missing', () => {
  const plain = { closed: edition('a'), now: edition('a'), after };
  const corrected = { closed: edition('a'), now: edition('b'), after };

  test.each([
    ['a round', plain, undefined, 'figures', 'added', [[0, 'a']], []],
    ['a round with lines', plain, undefined, 'standings', 'added', [[0, 'a']], [[0, 'a']]],
    [
      'a corrected round',
      corrected,
      undefined,
      'standings',
      'added',
      [
        [0, 'a'],
        [1, 'b'],
      ],
      [
        [0, 'a'],
        [1, 'b'],
      ],
    ],
    ['nothing', plain, there(['a', false]), 'figures', 'unchanged', [], []],
    ['nothing, lines there', plain, there(['a', true]), 'standings', 'unchanged', [], []],
    ['the lines', plain, there(['a', false]), 'standings', 'lines', [], [[0, 'a']]],
    ['a correction', corrected, there(['a', false]), 'figures', 'corrected', [[1, 'b']], []],
    [
      'a correction and lines',
      corrected,
      there(['a', false]),
      'standings',
      'corrected',
      [[1, 'b']],
      [
        [0, 'a'],
        [1, 'b'],
      ],
    ],
    [
      'a second correction',
      corrected,
      there(['a', true], ['x', true]),
      'figures',
      'corrected',
      [[2, 'b']],
      [],
    ],
    [
      'a correction taken back',
      plain,
      there(['a', true], ['b', true]),
      'standings',
      'corrected',
      [[2, 'a']],
      [[2, 'a']],
    ],
    [
      'lines that nobody has any more stay out',
      corrected,
      there(['a', true], ['x', false], ['b', true]),
      'standings',
      'unchanged',
      [],
      [],
    ],
  ] as const)('%s', (_, own, known, scope, what, editions, lines) => {
    expect(told(missingOf(own, known, scope))).toEqual({ what, editions, lines });
  });

  test('what came after the closing goes on with a further edition where a figure differs', () => {
    expect(missingOf(plain, undefined, 'figures').after).toEqual(afterRow(1, 0, after));
    expect(missingOf(plain, there(['a', false]), 'figures').after).toBeNull();
    for (const name of Object.keys(after) as (keyof AfterClosing)[]) {
      const own = { ...plain, after: { ...after, [name]: after[name] + 1 } };
      const missing = missingOf(own, there(['a', false]), 'figures');
      expect(missing).toMatchObject({ what: 'after', after: afterRow(1, 5, own.after) });
      expect(missingOf(own, there(['a', false]), 'standings').what).toBe('lines');
    }
  });
});

describe('a fork', () => {
  const refused = (here: string[], known: string[]): string[] => {
    const rounds = (digests: readonly string[]) => digests.map((digest, at) => ({ round: at + 1, digest }));
    try {
      refuseFork(rounds(here), rounds(known), 's');
      return [];
    } catch (error) {
      return (error as Failure).problems.map(
        ({ code, values }) => `${code} ${values.round} ${values.here ?? ''} ${values.there}`,
      );
    }
  };
  test('is each round with another digest, and each that is not closed here', () => {
    expect(refused(['a', 'b'], [])).toEqual([]);
    expect(refused(['a', 'b'], ['a'])).toEqual([]);
    expect(refused(['a', 'b'], ['x', 'b', 'c'])).toEqual(['publish_fork 1 a x', 'publish_behind 3  c']);
  });
});

test('a cluster spreads the tables that are not spread, the others beside the first', () => {
  const all = distributing(new Set());
  expect(all.length).toBe(7);
  expect(all[0]).toContain("'yanquan.registrations', 'ledger_id', colocate_with => 'none'");
  for (const sql of all.slice(1))
    expect(sql).toContain("'ledger_id', colocate_with => 'yanquan.registrations'");
  expect(distributing(new Set(['registrations', 'standings'])).join()).not.toMatch(
    /'yanquan\.(registrations|standings)', /,
  );
});

test('a ledger has an id of its own, and its rounds the same rows each time', async () => {
  const ledger = openForReading((await demo()).ledger);
  try {
    const db = ledger.connection;
    expect(ledgerIdOf(db)).toMatch(/^[0-9a-f]{32}$/);
    expect(db.get<{ hash: string }>('SELECT hash FROM journal WHERE seq = 1')?.hash.slice(0, 32)).toBe(
      ledgerIdOf(db),
    );
    expect(publishedRound(db, 1)).toEqual(publishedRound(db, 1));
    const { closed, now } = ownRound(db, 2, after);
    expect(now.digest).toBe(closed.digest);
    expect(() => publishedRound(db, 3)).toThrow('round_not_closed');
  } finally {
    ledger.close();
  }
});
