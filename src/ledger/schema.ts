// The schema that a ledger must have, object by object, and what of a ledger's own schema differs from it.
import { Failure, problem, refusal } from '../domain/problem.ts';
import type { Connection } from './database.ts';
import { migrations } from './migrations/registry.ts';

/** How an object of the schema differs: it is not there, there with other SQL, or not of this version. */
export interface SchemaDifference {
  readonly what: 'missing' | 'changed' | 'added';
  readonly type: string;
  readonly name: string;
}

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** What SQLite itself adds: the indices of keys, and the statistics of ANALYZE. Nothing of these runs or hides anything. */
const OF_SQLITE = /^(?:index sqlite_autoindex_\w+|table sqlite_(?:stat\d|sequence)|index sqlite_stat\d\w*)$/;

/** Differences that a message names; the rest are only counted. */
const NAMED = 5;

/** The schema version of the ledger as its transaction sees it. */
export function versionOf({ raw }: Connection): number {
  return Number(raw.pragma('user_version', { simple: true }));
}

const made = new Map<number, ReadonlyMap<string, string>>();

/**
 * The objects of a schema version, by type and name, with their SQL as SQLite keeps it. It is the text of the migrations
 * itself: no digest can be made to fit another one.
 */
export function ownSchema(version: number): ReadonlyMap<string, string> {
  let own = made.get(version);
  if (own === undefined) {
    own = new Map(migrations.slice(0, version).flatMap(({ sql }) => statementsOf(sql)));
    made.set(version, own);
  }
  return own;
}

/** A statement ends with `;` at the end of a line; comments are between statements. */
function statementsOf(sql: string): (readonly [object: string, sql: string])[] {
  return sql.split(/;\s*(?:\n|$)/).flatMap((text) => {
    const begin = text.search(/^CREATE /m);
    if (begin < 0) return [];
    const statement = text.slice(begin);
    const [, type = '', name = ''] = /^CREATE (?:UNIQUE )?(\w+) (\w+)/.exec(statement) ?? [];
    return [[`${type.toLowerCase()} ${name}`, statement] as const];
  });
}

/** What differs between the schema of a ledger and that of its version. Nothing but the schema itself is read. */
export function schemaDifferences(connection: Connection): SchemaDifference[] {
  const own = ownSchema(versionOf(connection));
  const rows = connection.raw.prepare('SELECT type, name, sql FROM sqlite_schema').all() as SchemaRow[];
  const differences: SchemaDifference[] = [];
  const seen = new Set<string>();
  for (const { type, name, sql } of rows) {
    const object = `${type} ${name}`;
    const should = own.get(object);
    if (should === undefined || seen.has(object)) {
      if (!OF_SQLITE.test(object)) differences.push({ what: 'added', type, name });
    } else if (sql !== should) differences.push({ what: 'changed', type, name });
    seen.add(object);
  }
  for (const object of own.keys()) {
    if (seen.has(object)) continue;
    const [type = '', name = ''] = object.split(' ');
    differences.push({ what: 'missing', type, name });
  }
  return differences;
}

/**
 * Whether rows can still be read as they were written: every table is its own, and no view or table has been added. A guard
 * or an index that is not as it should be changes nothing that is read.
 */
export function isReadable(differences: readonly SchemaDifference[]): boolean {
  return differences.every(
    ({ what, type }) => type === 'trigger' || (type === 'index' && what === 'missing'),
  );
}

/**
 * Refuses a ledger whose schema is not that of its version.
 * @throws Failure `damaged`, naming the first differences; `refused` when the version is newer than this program knows
 */
export function refuseForeignSchema(connection: Connection, file: string): void {
  const version = versionOf(connection);
  if (version > migrations.length) {
    throw refusal('ledger_newer', { file, version, known: migrations.length });
  }
  const differences = schemaDifferences(connection);
  if (differences.length === 0) return;
  throw new Failure('damaged', [
    problem('ledger_schema', { file, count: differences.length }),
    ...differences.slice(0, NAMED).map(schemaProblem),
  ]);
}

/** A difference as a problem. */
export function schemaProblem({ what, type, name }: SchemaDifference): ReturnType<typeof problem> {
  return problem(`verify_schema_${what}`, { name: `${type} ${name}` });
}
