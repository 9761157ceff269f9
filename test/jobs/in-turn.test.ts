// Two threads take pieces of work in turn: all are done once, handed on in order, whatever becomes of the other thread.
import { expect, test } from 'vitest';
import { inTurn, type Pieces } from '../../src/jobs/in-turn.ts';
import { openForReading, read } from '../../src/ledger/file/open.ts';
import { madeLedger } from '../support/made.ts';
import { type Behaviour, type Did, turns } from '../support/turns-thread.ts';

const made = madeLedger({ findings: 1, rounds: 1, cadres: 3, seed: 1 });
const THREAD = new URL('../support/turns-thread.ts', import.meta.url);
const COUNT = 150;
/** So many pieces are begun before one is handed on. */
const WAITING = 8;

/** What came of the pieces, and how many were done here. */
function taken(
  given: Omit<Behaviour, 'begun'>,
  patience?: number,
): { readonly came: Did[]; readonly here: number } {
  const behaviour = { ...given, begun: new Int32Array(new SharedArrayBuffer(4)) };
  const ledger = openForReading(made.file);
  let here = 0;
  const pieces = turns(behaviour);
  const counted: Pieces<Did> = {
    ...pieces,
    do(piece) {
      here += 1;
      return pieces.do(piece);
    },
  };
  const told = { source: { file: made.file, allowNetworkFile: false }, asked: behaviour };
  try {
    return read(ledger, (db) => {
      db.all('SELECT count(*) FROM journal');
      // A result holds until the next is asked for.
      const came = inTurn(counted, THREAD, told, patience).map((did) => ({
        ...did,
        bytes: did.bytes.slice(),
      }));
      return { came: [...came], here };
    });
  } finally {
    ledger.close();
  }
}

const inOrder = Array.from({ length: COUNT }, (_, piece) => piece);

test('both do some of them', () => {
  const { came, here } = taken({ count: COUNT });
  expect(came.map((each) => each.piece)).toEqual(inOrder);
  expect(came.map((each) => each.bytes[0])).toEqual(inOrder);
  expect(here).toBeLessThan(COUNT);
  expect(new Set(came.map((each) => each.by)).size).toBe(2);
});

test('what was looked at is written over: the other thread needs as many arrays as may wait', () => {
  const { came } = taken({ count: COUNT });
  const there = came.filter((each) => each.by !== 0);
  const fresh = there.filter((each) => each.fresh);
  expect(came.map((each) => each.bytes[0])).toEqual(inOrder);
  expect(fresh.length).toBeGreaterThan(0);
  expect(fresh.length).toBeLessThanOrEqual(WAITING);
});

test.each(['throws', 'dies'] as const)('what the other thread leaves undone is done here: it %s', (wrong) => {
  const { came, here } = taken({ count: COUNT, wrong }, 200);
  expect(came.map((each) => each.piece)).toEqual(inOrder);
  expect(here).toBeGreaterThanOrEqual(COUNT - 1);
});

test('where no thread is to be had, all is done here', () => {
  const pieces: Pieces<{ readonly piece: number }> = { count: 3, do: (piece) => ({ piece }) };
  const told = { source: { file: made.file, allowNetworkFile: false }, asked: {} };
  expect([...inTurn(pieces, new URL('https://nowhere.invalid/thread.js'), told)]).toEqual([
    ...[{ piece: 0 }, { piece: 1 }, { piece: 2 }],
  ]);
});

test('an error of a piece that is done here is thrown, and ends it', () => {
  const broken = { count: 3, do: (): Did => expect.fail('as asked') };
  const told = { source: { file: import.meta.filename, allowNetworkFile: false }, asked: { count: 3 } };
  expect(() => [...inTurn(broken, THREAD, told)]).toThrow('as asked');
});

test('nothing to do is nothing done', () => {
  expect(taken({ count: 0 })).toEqual({ came: [], here: 0 });
});
