// Reads a text, bytes or a fixture through the whole of intake, as jobs would.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure, type Problem } from '../../src/domain/problem.ts';
import type { RecordKind, RecordOf } from '../../src/domain/records/records.ts';
import { type ReadOptions, readRecords } from '../../src/intake/read-records.ts';
import type { ReadRow } from '../../src/intake/read-row.ts';
import { type OpenOptions, openSource } from '../../src/intake/source.ts';

export const errorFixture = (name: string) =>
  new URL(`../../fixtures/errors/intake/${name}`, import.meta.url).pathname;
export const importFixture = (name: string) =>
  new URL(`../../fixtures/import/${name}`, import.meta.url).pathname;

export interface AllRead<K extends RecordKind> {
  readonly rows: readonly ReadRow<K>[];
  readonly records: readonly RecordOf[K][];
  readonly problems: readonly Problem[];
  readonly told: readonly Problem[];
  readonly columns: readonly string[];
  readonly heading: readonly string[];
}

/** Everything that a file gives for a kind; sheets one after another. */
export async function readFile<K extends RecordKind>(
  kind: K,
  path: string,
  options: OpenOptions & ReadOptions = {},
): Promise<AllRead<K>> {
  const source = await openSource(path, options);
  const readings = readRecords(kind, source, options);
  const rows = readings.flatMap((reading) => [...reading.rows]);
  return {
    rows,
    records: rows.flatMap((row) => row.record ?? []),
    problems: rows.flatMap((row) => row.problems),
    told: [...source.warnings, ...readings.flatMap((reading) => reading.warnings)],
    columns: readings.flatMap((reading) => [...reading.columns]),
    heading: readings.flatMap((reading) => reading.heading),
  };
}

/** As `readFile`, from a text or bytes. */
export async function readText<K extends RecordKind>(
  kind: K,
  content: string | Uint8Array,
  options: OpenOptions & ReadOptions & { readonly name?: string } = {},
): Promise<AllRead<K>> {
  return withFile(content, options.name ?? 'given.csv', (path) => readFile(kind, path, options));
}

/** Runs `use` on a file that holds `content` and is gone afterwards. */
export async function withFile<T>(
  content: string | Uint8Array,
  name: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'intake-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The problems of a refusal; what else is thrown is thrown on. */
export async function refusalOf(attempt: () => unknown): Promise<readonly Problem[]> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
  return [];
}

export const findingHeader = 'finding_no,source,description,found_on,cadre_no';
