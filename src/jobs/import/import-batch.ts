// Imports files of one kind in one transaction, or nothing at all: read and validated first, a large text while it is written.
import type { RecordKind } from '../../domain/records/records.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import type { Committed } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';
import { type Feed, FeedLost, startFeed } from './import-feed.ts';
import { stageFiles } from './import-stage.ts';
import { entryAgain } from './import-undone.ts';
import { Imports, isTriedAgain } from './imports.ts';
import type { ImportRequest, ImportResult } from './write-import.ts';

export type { ImportRequest, ImportResult } from './write-import.ts';

/** Starts reading the first large text of an import in a worker, where rows are read once, in order (findings). The caller stops it. */
export function startReading(request: ImportRequest<RecordKind>): Feed | undefined {
  const { kind, read } = request;
  if (kind !== 'findings' || read.matchNames === true || isTriedAgain(request)) return undefined;
  return startFeed(request);
}

/**
 * Imports files (contract, section 4, "Import"). With a bad row nothing is written, unless `skipBad`; the result then
 * has `rejected` above 0 either way, and the outcome says whether something was written.
 * @param feed what `startReading` has begun to read
 * @throws Failure when a file cannot be read at all
 */
export async function importFiles<K extends RecordKind>(
  ledger: Ledger,
  acting: Acting,
  request: ImportRequest<K>,
  feed?: Feed,
): Promise<Committed<ImportResult>> {
  try {
    return await importOf(ledger, acting, request, feed);
  } catch (error) {
    if (!(error instanceof FeedLost)) throw error;
    feed?.stop();
    return await importOf(ledger, acting, request);
  }
}

async function importOf<K extends RecordKind>(
  ledger: Ledger,
  acting: Acting,
  request: ImportRequest<K>,
  feed?: Feed,
): Promise<Committed<ImportResult>> {
  const imports = new Imports(acting);
  const staged = imports.add(request, await stageFiles(ledger.connection, request, feed));
  const asked = entryOf(acting, `import ${request.kind}`, staged.asked);
  const entry = entryAgain(ledger.connection, acting, asked);
  return imports.commit(ledger, entry, (db) => {
    const { result, did, refused, changed } = staged.write(db);
    return { value: result, did, keep: !refused && changed };
  });
}
