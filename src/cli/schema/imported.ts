// The answer of an import.
import { z } from 'zod';
import { recordKinds } from '../../domain/records/records.ts';
import { count, day, done, id, measure, orEmpty, problem, text } from './parts.ts';

const counts = { added: count, unchanged: count, amended: count, rejected: count };
const progress = z.enum(['not_done', 'partly', 'done']);

const changes = z.strictObject({
  added: z.array(text),
  amended: z.array(text),
  reported: z.array(z.strictObject({ finding_no: text, progress })),
  checked: z.array(
    z.strictObject({ finding_no: text, result: z.enum(['rectified', 'partial', 'not_rectified']) }),
  ),
  rectified: z.array(text),
  to_amend: z.array(z.strictObject({ finding_no: text, columns: z.array(text) })),
  unit_words: z.array(z.strictObject({ finding_no: text, words: text, news: z.boolean() })),
  left_as_recorded: z.array(
    z.strictObject({
      finding_no: text,
      report: text,
      words: text,
      progress,
      rounds: z.array(count),
      cadres: z.array(text),
    }),
  ),
});

/** The file or sheet of an import of several kinds. */
const oneOfSeveral = z.strictObject({
  file: text,
  sheets: z.unknown(),
  kind: z.enum(recordKinds),
  ...counts,
  batches: z.array(z.record(text, z.unknown())),
  told: z.array(problem),
  reversed_before: z.array(z.record(text, z.unknown())),
  problems: z.array(problem),
});
const several = {
  ...counts,
  imports: z.array(oneOfSeveral),
  skipped: z.array(z.record(text, z.unknown())),
  changes: z.union([changes, z.literal('')]),
  late: count,
};

/** The answer of `import auto`. */
export const importedAuto = z.strictObject({ ...several, ...done });

/** The answer of `week`: the import, the round with what has to be decided, duties that are late, the next command. */
export const weekDone = z.strictObject({
  ...several,
  round: orEmpty(count),
  cutoff: orEmpty(day),
  round_state: text,
  tally: orEmpty(z.record(text, z.unknown())),
  decisions_missing: z.array(
    z.strictObject({
      cadre_no: text,
      name: text,
      unit: text,
      counted: count,
      overdue: count,
      pending: count,
      measure,
    }),
  ),
  on: day,
  duties_late: z.array(z.record(text, z.unknown())),
  decisions_file: text,
  next: z.array(text),
  ...done,
});

export const imported = z.strictObject({
  kind: z.enum(recordKinds),
  ...counts,
  batches: z.array(z.strictObject({ id: count, file: text, ...counts })),
  told: z.array(problem),
  changes: changes.optional(),
  reversed_before: z.array(
    z.strictObject({ number: text, id, reversed_on: day, reversed_by: text, reason: text }),
  ),
  problems: z.array(problem),
  ...done,
});
