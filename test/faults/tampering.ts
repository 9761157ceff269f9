// Bit rot and tampering: bytes flip, entries are cut off, an older file comes back, the chain is forged.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { guardedTables } from '../../src/ledger/tables.ts';
import { sha256 } from '../../src/ledger/writing/journal.ts';
import { Random } from '../reference/prng.ts';
import { makeLedger } from '../support/make-ledger.ts';
import { forge, tamper } from '../support/tamper.ts';
import { damageIn } from './judging.ts';
import { copyIn, faultFolder, findingsFile, rosterLedger } from './material.ts';
import { inLists, type Program, seriesOk } from './program.ts';

export interface Seen {
  readonly tried: number;
  /** Found by `verify`, or the ledger is refused. */
  readonly seen: number;
  /** Not found, and nothing that is read from the ledger is different. */
  readonly harmless: number;
  /** Not found, and something is different. */
  readonly changedAndUnseen: number;
  /** What was not found, for whoever has to find it. */
  readonly unseen: string;
}

/** Flips one bit in `flips` bytes that are not zero, each time in a whole ledger of several rounds. */
export async function flipBits(program: Program, flips: number, seed: number): Promise<Seen> {
  const random = new Random(seed);
  const folder = faultFolder();
  const whole = join(folder, 'whole.db');
  await makeLedger(whole, { findings: 40, rounds: 2, cadres: 6, seed: 5 });
  const pristine = readFileSync(whole);
  const before = contentOf(whole);
  const places = Array.from({ length: flips }, () => {
    // A small ledger is mostly empty pages: bytes that say something are asked for.
    let at = random.below(pristine.length);
    while (pristine[at] === 0) at = (at + 1) % pristine.length;
    return { at, bit: random.below(8) };
  });
  const flipped = ({ at, bit }: (typeof places)[number]): string => {
    const file = join(folder, `${at}-${bit}.db`);
    const bytes = Buffer.from(pristine);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    writeFileSync(file, bytes);
    return file;
  };
  return tried(places, async (list) => {
    const files = list.map(flipped);
    const damage = await damageIn(program, files);
    return list.map(({ at, bit }, number) => {
      const seen = (damage[number]?.length ?? 0) > 0;
      const changed = !seen && contentOf(files[number] ?? '') !== before;
      return { seen, changed, what: `bit ${bit} of byte ${at}` };
    });
  });
}

/** Every row of every table, as a program reads them. */
function contentOf(file: string): string {
  const raw = new Database(file, { readonly: true });
  try {
    const sql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    const tables = raw.prepare(sql).pluck().all();
    return sha256(JSON.stringify(tables.map((table) => raw.prepare(`SELECT * FROM ${table}`).all())));
  } finally {
    raw.close();
  }
}

/**
 * Works as somebody who has the file and this program: cuts the tail off, brings an older file back, changes a row and
 * recalculates everything. Each is compared with the digest that a notice of the last round prints.
 */
export async function forgeLedgers(program: Program): Promise<Seen> {
  const folder = faultFolder();
  const base = await rosterLedger(program, folder);
  const older = join(folder, 'older.db');
  const close = (cutoff: string) => ['round', 'close', '--cutoff', cutoff, '--approved-by', '书记'];
  const commands = [
    ['import', 'findings', findingsFile(folder, 'N', 5)],
    ['backup', older],
    close('2018-09-12'),
    close('2018-09-19'),
    ['round', 'list', '--format', 'json'],
  ];
  const came = await seriesOk(
    program,
    commands.map((args) => [...args, '--ledger', base]),
  );
  const stdout = came.at(-1)?.stdout ?? '';
  const digest = (JSON.parse(stdout) as { readonly digest: string }[]).at(-1)?.digest ?? '';
  const [known = []] = await damageIn(program, [base], ['--digest', digest]);
  if (known.length > 0) throw new Error(`a printed digest is not known: ${known.join()}`);
  const forgeries: readonly (readonly [what: string, file: string, work: Tamper])[] = [
    ['the tail cut off', copyIn(folder, 'cut', base), cutTail],
    ['an older file brought back', older, () => undefined],
    ['a row changed', copyIn(folder, 'row', base), changeRow],
    ['a row changed and all reckoned anew', copyIn(folder, 'forged', base), (raw) => forged(raw, changeRow)],
    [
      'an actor changed and all reckoned anew',
      copyIn(folder, 'actor', base),
      (raw) => forged(raw, changeActor),
    ],
  ];
  return tried(forgeries, async (list) => {
    for (const [, file, work] of list) tamper(file, work);
    const damage = await damageIn(
      program,
      list.map(([, file]) => file),
      ['--digest', digest, '--round', '2'],
    );
    return list.map(([what], at) => {
      const seen = (damage[at]?.length ?? 0) > 0;
      return { seen, changed: !seen, what };
    });
  });
}

/** What somebody with a shell plants into a schema, by its name. */
const PLANTED: readonly (readonly [name: string, sql: string])[] = [
  ['silent', 'CREATE TRIGGER silent BEFORE INSERT ON checks BEGIN SELECT RAISE(IGNORE); END'],
  [
    'lying',
    "CREATE TRIGGER lying AFTER INSERT ON journal BEGIN UPDATE finding_now SET status = 'rectified'; END",
  ],
  [
    'endless',
    'CREATE VIEW endless AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n FROM r) SELECT n FROM r',
  ],
  ['another', 'CREATE TABLE another (a)'],
  ['findings_no_update', 'DROP TRIGGER findings_no_update'],
  ['checks_finding', 'DROP INDEX checks_finding'],
];

/** Plants objects into the schema, each in a ledger of its own: every reader, and `verify`, must refuse it. */
export async function plantObjects(program: Program): Promise<Seen> {
  const folder = faultFolder();
  const base = await rosterLedger(program, folder);
  return tried(PLANTED, async (list) => {
    const files = list.map(([name, sql]) => {
      const file = copyIn(folder, name, base);
      new Database(file).exec(sql).close();
      return file;
    });
    const damage = await damageIn(program, files);
    return list.map(([name], at) => {
      const seen = damage[at]?.some((line) => line.includes(name)) === true;
      return { seen, changed: !seen, what: name };
    });
  });
}

type Tamper = (raw: Database.Database) => void;

/** Takes the last entry away, with all that it wrote. */
const cutTail: Tamper = (raw) => {
  const last = raw.prepare('SELECT max(seq) FROM journal').pluck().get();
  for (const table of ['journal', ...Object.keys(guardedTables)]) {
    raw.prepare(`DELETE FROM ${table} WHERE seq = ?`).run(last);
  }
};

const changeRow: Tamper = (raw) => raw.exec("UPDATE findings SET description = '无' WHERE id = 1");
const changeActor: Tamper = (raw) => raw.exec("UPDATE journal SET actor = '别人' WHERE seq = 1");

function forged(raw: Database.Database, change: Tamper): void {
  change(raw);
  forge(raw);
}

interface Tried {
  readonly seen: boolean;
  readonly changed: boolean;
  readonly what: string;
}

/** Tries tamperings, some at a time, and sums up what was seen. */
export async function tried<T>(
  all: readonly T[],
  work: (list: readonly T[]) => Promise<readonly Tried[]>,
): Promise<Seen> {
  const came = await inLists(all, work);
  const unseen = came.filter(({ seen, changed }) => !seen && changed);
  return {
    tried: came.length,
    seen: came.filter(({ seen }) => seen).length,
    harmless: came.filter(({ seen, changed }) => !seen && !changed).length,
    changedAndUnseen: unseen.length,
    unseen: unseen.map(({ what }) => what).join('; '),
  };
}
