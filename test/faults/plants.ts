// Bugs planted into the program on its way into the bundle, so that the harness is seen to find what it is there for.
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { changedProgram } from '../support/built.ts';
import { home } from '../support/run.ts';
import type { Program } from './program.ts';

/** A text of a source file, there exactly once, and its replacement. */
interface Edit {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

const edit = (file: string, find: string, put: string): Edit => ({ file, find, put });

/** Each planted bug by name. */
const plants = {
  'chunked import': [
    edit(
      'src/ledger/writing/transaction.ts',
      'this.rows.add(table, values);',
      "this.rows.add(table, values); if (table === 'findings' && Number(values[0]) % 400 === 0) { this.#behind.flush(); this.#connection.raw.exec('COMMIT; BEGIN IMMEDIATE'); }",
    ),
  ],
  'no guard': [
    edit(
      'src/ledger/migrations/0001-ledger.ts',
      'const guards = (table: string): string => `',
      "const guards = (_: string): string => ''; export const gone = (table: string): string => `",
    ),
  ],
  'naive export': [
    edit(
      'src/output/write.ts',
      'await created(temporary, file, folder)',
      'await created(file, file, folder)',
    ),
    edit('src/output/write.ts', "open(temporary, 'wx', MODE)", "open(temporary, 'w', MODE)"),
    edit('src/output/write.ts', 'rename(temporary, file)', 'Promise.resolve()'),
  ],
  'short write': [
    edit(
      'src/output/write.ts',
      'while (done < bytes.length) done += (await handle.write(bytes, done)).bytesWritten;',
      'done += (await handle.write(bytes, done)).bytesWritten;',
    ),
  ],
  'deferred transaction': [
    edit(
      'src/ledger/writing/journal.ts',
      "connection.raw.exec('BEGIN IMMEDIATE')",
      "connection.raw.exec('BEGIN')",
    ),
  ],
  'skipped check of a printed digest': [
    edit(
      'src/jobs/care/verify-digest.ts',
      'each.digest === digest && (round',
      'each.digest !== "" && (round',
    ),
  ],
  'skipped comparison of the schema': [
    edit(
      'src/ledger/schema.ts',
      '    if (should === undefined || seen.has(object)) {',
      '    if (should === "") {',
    ),
    edit(
      'src/ledger/schema.ts',
      '} else if (sql !== should)',
      '} else if (should !== undefined && sql !== should)',
    ),
  ],
  'skipped comparison of what is derived': [
    edit(
      'src/ledger/verify/verify-derived.ts',
      'of derivedDifferences(connection)) {',
      'of [...derivedDifferences(connection)].slice(0, 0)) {',
    ),
  ],
  'skipped check of rows': [edit('src/jobs/care/verify.ts', '...verifyRows(connection),', '')],
  'skipped check of size': [
    edit(
      'src/ledger/file/preflight.ts',
      'if (isCut(header, size) && !existsSync(',
      'if (size < 0 && !existsSync(',
    ),
  ],
  // A command answers when its ledger is closed: WAL with NORMAL loses nothing then, for closing it writes the log back.
  'synchronous off': [
    edit('src/ledger/file/open.ts', "['synchronous', 'EXTRA', 3]", "['synchronous', 'OFF', 0]"),
  ],
} satisfies Readonly<Record<string, readonly Edit[]>>;

export type Plant = keyof typeof plants;

/** The program with a bug planted in it. @throws Error when a text to be replaced is not there exactly once */
export async function planted(plant: Plant): Promise<Program> {
  return { name: plant, launcher: await changedProgram(plant, planting(plants[plant])) };
}

function planting(edits: readonly Edit[]): Plugin {
  const left = new Set(edits);
  return {
    name: 'planting',
    transform: {
      filter: { id: /\/src\/.*\.ts$/ },
      handler(code, id) {
        const own = edits.filter(({ file }) => join(home, file) === id);
        let changed = code;
        for (const each of own) {
          if (changed.split(each.find).length !== 2)
            throw new Error(`not once in ${each.file}: ${each.find}`);
          changed = changed.replace(each.find, () => each.put);
          left.delete(each);
        }
        return own.length === 0 ? null : changed;
      },
    },
    buildEnd() {
      const [first] = left;
      if (first !== undefined) throw new Error(`not in the bundle: ${first.file}`);
    },
  };
}
