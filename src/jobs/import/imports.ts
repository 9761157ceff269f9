// Imports of several kinds in one transaction: each is staged before it or within it, and all are written, or none.
import type { RecordKind } from '../../domain/records/records.ts';
import type { ReadDb } from '../../ledger/database.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { type Committed, commit, type Entry, type WriteDb } from '../../ledger/writing/journal.ts';
import type { Acting } from '../acting.ts';
import { type Opened, openFiles, type Staged, stageOpened } from './import-stage.ts';
import { excludeRefused, type StagedTable } from './staged-table.ts';
import { type ImportRequest, type WrittenImport, writeImport } from './write-import.ts';

/**
 * A row of a register is a finding and its events, an amended one is tried before it is judged: each is written whole or
 * not at all, so what the ledger refuses is left out and the rest tried again, until all of it is accepted.
 */
export function isTriedAgain({ kind, amend, skipBad }: ImportRequest<RecordKind>): boolean {
  return skipBad && (kind === 'ledger' || amend !== null);
}

/** Files of one kind, to be written within a transaction. */
export interface Import {
  /**
   * The content of an idempotency key: the options and the content of the files. Of files that are staged within the
   * transaction it is not known before; the command then says by itself what it was asked (their bytes).
   */
  readonly asked: object;
  /** Writes the files under the entry of `db`; see `writeImport`. */
  write(db: WriteDb): WrittenImport;
}

/**
 * The imports of one command. A command of one kind stages its files, and writes them in its transaction. One of several
 * kinds may do so with each in turn, and with more in the same transaction:
 *
 *     const imports = new Imports(acting);
 *     const cadres = imports.add(first, await stageFiles(ledger.connection, first));
 *     // Names of cadres are looked up when the file is staged: here after the cadres before it were written.
 *     const findings = await imports.open(second);
 *     const came = imports.commit(ledger, entryOf(acting, 'week', { files, cutoff }), (db) => {
 *       const written = [cadres.write(db), findings.write(db)];
 *       const opened = openInto(db, acting, cutoff);
 *       const isKept = written.every(({ refused }) => !refused);
 *       const value = { imports: written.map(({ result }) => result), opened: opened.value };
 *       return { value, did: { imports: written.map(({ did }) => did), round: opened.did }, keep: isKept };
 *     });
 *
 * The work may run more than once, each time from the beginning, and changes nothing but `db`.
 */
export class Imports {
  readonly #acting: Acting;
  readonly #all: OneImport[] = [];

  constructor(acting: Acting) {
    this.#acting = acting;
  }

  /** Adds files that were staged before the transaction (`stageFiles`). */
  add<K extends RecordKind>(request: ImportRequest<K>, staged: Staged<K>): Import {
    return this.#added(new OneImport(this.#acting, request, () => staged, staged));
  }

  /**
   * Opens files to be staged when they are first written: names in them are looked up among all that was written before
   * them in the transaction. Other files are better staged before it, since others wait while it is open.
   * @throws Failure for a file that cannot be opened
   */
  async open<K extends RecordKind>(request: ImportRequest<K>): Promise<Import> {
    const opened: Opened = await openFiles(request);
    return this.#added(new OneImport(this.#acting, request, (db) => stageOpened(db, request, opened)));
  }

  #added<K extends RecordKind>(one: OneImport<K>): Import {
    this.#all.push(one);
    return one;
  }

  /**
   * Commits the command. What the ledger refused of an import that is tried again is left out, and all of the work is done
   * again, until the rest is accepted. The staged files are closed in any case.
   * @throws Failure see `commit`
   */
  commit<T>(ledger: Ledger, entry: Entry, work: Parameters<typeof commit<T>>[2]): Committed<T> {
    try {
      for (;;) {
        let again = false;
        const came = commit<T>(ledger, entry, (db) => {
          const done = work(db);
          // Of all imports: what one has refused is not counted twice where another is tried again.
          const refused = this.#all.filter((each) => each.excludeRefused());
          again = refused.some((each) => each.isTriedAgain);
          return again ? { ...done, keep: false } : done;
        });
        if (!again) return came;
      }
    } finally {
      this.close();
    }
  }

  /** Closes staged files that are not used: `commit` does so by itself. */
  close(): void {
    for (const each of this.#all) each.close();
  }
}

class OneImport<K extends RecordKind = RecordKind> implements Import {
  readonly #acting: Acting;
  readonly #request: ImportRequest<K>;
  readonly #stage: (db: ReadDb) => Staged<K>;
  #staged: Staged<K> | undefined;

  constructor(
    acting: Acting,
    request: ImportRequest<K>,
    stage: (db: ReadDb) => Staged<K>,
    staged?: Staged<K>,
  ) {
    this.#acting = acting;
    this.#request = request;
    this.#stage = stage;
    this.#staged = staged;
  }

  get asked(): object {
    if (this.#staged === undefined) throw new Error('what these files are is known when they are staged');
    const { mapping, tables } = this.#staged;
    const { kind, amend, skipBad, registerDay = null, read } = this.#request;
    const { year = null, matchNames = false, sheetAs } = read;
    return {
      kind,
      skipBad,
      registerDay,
      year,
      matchNames,
      mapping,
      sheetAs,
      files: tables.map((table) => table.sha256),
      amend: amend && { columns: [...amend.columns], reason: amend.reason },
    };
  }

  write(db: WriteDb): WrittenImport {
    this.#staged ??= this.#stage(db);
    return writeImport(db, this.#acting, this.#request, this.#staged);
  }

  get #tables(): readonly StagedTable<K>[] {
    return this.#staged?.tables ?? [];
  }

  get isTriedAgain(): boolean {
    return isTriedAgain(this.#request);
  }

  /** Leaves out what the ledger has refused from the next time on; false when there is nothing more. */
  excludeRefused(): boolean {
    return excludeRefused(this.#tables);
  }

  close(): void {
    for (const table of this.#tables) table.rows.close();
  }
}
