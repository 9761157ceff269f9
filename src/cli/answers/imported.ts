// What an import answers: counts, batches, what changed, bad rows.
import type { Problem } from '../../domain/problem.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import type { Committed } from '../../jobs/committed.ts';
import type { ImportRequest, ImportResult } from '../../jobs/import/import-batch.ts';
import { render } from '../../output/formats.ts';
import { cleanLine } from '../../output/text/clean.ts';
import { formatFor } from '../../output/write.ts';
import { wordMapLines } from '../../report/lists/word-map.ts';
import { rejectsReport } from '../../report/rejects.ts';
import { exitCodes, OK } from '../exit.ts';
import type { Input } from '../options/input.ts';
import type { Session } from '../session.ts';
import { answer } from './answer.ts';
import { changesJson, sayChanges, sayWarnings } from './changes-said.ts';
import { DASH } from './outputs.ts';
import { problemObjects } from './problem-objects.ts';

/** Gives the answer of an import, and the bad rows where they are wanted. Returns the exit code. */
export async function sayImported(
  session: Session,
  input: Input,
  request: ImportRequest<RecordKind>,
  came: Committed<ImportResult>,
): Promise<number> {
  const written = came.outcome === 'written';
  const rejects =
    came.outcome === 'already' ? OK : await giveRejects(session, input.text('rejects'), came.value);
  if (rejects !== OK) return rejects;
  const isRefused = ({ rejected }: ImportResult): boolean => rejected > 0 && !request.skipBad;
  return answer(session, came, {
    tell: (result, dry) =>
      describeImport(session, input, result, { dry, written, refused: isRefused(result) }),
    object: async (result) => ({
      ...countsOf(result),
      batches: written ? result.batches : [],
      ...(await changesJson(result)),
      reversed_before: reversedJson(result.leftOut),
      problems: await problemObjects(problemsIn(result)),
    }),
    code: (result) => (isRefused(result) ? exitCodes.refused : result.rejected > 0 ? exitCodes.found : OK),
  });
}

/** What was left out since it was reversed before, as machine output. */
export function reversedJson(leftOut: ImportResult['leftOut']): readonly object[] {
  return leftOut.map(({ number, id, reversal: { on, actor, reason } }) => ({
    number,
    id,
    reversed_on: on,
    reversed_by: actor,
    reason,
  }));
}

function countsOf({ kind, added, unchanged, amended, rejected }: ImportResult) {
  return { kind, added, unchanged, amended, rejected };
}

/** What is wrong with the rows that were not written. */
export function problemsIn({ rejects }: Pick<ImportResult, 'rejects'>): Problem[] {
  return rejects.flatMap((table) => table.rows).flatMap((row) => row.problems);
}

interface Imported {
  readonly dry: boolean;
  readonly written: boolean;
  readonly refused: boolean;
}

function describeImport(
  session: Session,
  input: Input,
  result: ImportResult,
  { dry, written, refused }: Imported,
): void {
  sayWarnings(session, input, result);
  session.tellProblems(problemsIn(result));
  const { count, on } = result.undatedWords;
  if (count > 0 && !refused) session.tell({ key: 'said.words_dated', values: { count, on } });
  if (result.late > 0) session.tell({ key: 'said.late_rows', values: { count: result.late } });
  const { kind, ...counts } = countsOf(result);
  const key = refused ? 'said.import_refused' : dry ? 'said.import_dry' : 'said.imported';
  session.tell({ key, values: { kind: { term: `kind.${kind}` }, ...counts } });
  if (written) {
    for (const batch of result.batches)
      session.tell({ key: 'said.batch', values: { batch: batch.id, file: batch.file } });
  }
  sayOmittedRows(session, result.leftOut);
  sayChanges(session, result, !refused && !dry);
  // A refusal ends with what settles it.
  sayWords(session, result);
}

/** Writes the bad rows where that was asked for; the same ones again under the same idempotency key. */
async function giveRejects(
  session: Session,
  file: string | undefined,
  result: ImportResult,
): Promise<number> {
  if (file === undefined || result.rejected === 0) return OK;
  const code = await writeRejects(session, file, result);
  if (file !== DASH) session.tell({ key: 'said.rejects_written', values: { file, count: result.rejected } });
  return code;
}

/** Rejected rows as a file that can be imported again, or on standard output. Returns the exit code. */
export async function writeRejects(
  session: Session,
  file: string,
  { rejects }: Pick<ImportResult, 'rejects'>,
): Promise<number> {
  const toFile = file !== DASH;
  // Always UTF-8, whatever the encoding of the file: the BOM marks it.
  const settings = { ...session.settings(), encoding: 'utf-8' as const, bom: toFile, crlf: toFile };
  const format = (toFile ? formatFor(file) : undefined) ?? 'csv';
  const rendered = render(rejectsReport(rejects, session.words), format, {
    ...settings,
    width: undefined,
    colour: false,
  });
  if (!toFile) return session.write(rendered);
  await session.writeFile(file, rendered);
  return OK;
}

/** How to settle the words that were not understood: the lines of a mapping file, ready to be filled in. */
export function sayWords(session: Session, { rejects }: Pick<ImportResult, 'rejects'>): void {
  const lines = wordMapLines(rejects);
  if (lines.length === 0) return;
  session.tell({ key: 'said.map_words' });
  for (const line of lines) session.context.stderr(`${cleanLine(line)}\n`);
}

/** Names what was left out because it was reversed before, by who reversed it, when and why. */
export function sayOmittedRows(session: Session, leftOut: ImportResult['leftOut']): void {
  const groups = Map.groupBy(leftOut, ({ reversal: { seq, reason } }) => `${seq} ${reason}`);
  for (const facts of groups.values()) {
    const [first] = facts;
    if (first === undefined) continue;
    const { on, actor: by, reason: why } = first.reversal;
    const numbers = facts.map(({ number, id }) => `${number} ${id}`);
    session.tell({ key: 'said.left_out', values: { count: facts.length, numbers, on, by, why } });
  }
  if (leftOut.length > 0) session.tell({ key: 'said.left_out_again' });
}
