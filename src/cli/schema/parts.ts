// What the objects of --json are made of: ids, days, counts, problems. Empty is empty text, as everywhere in machine output.
import { z } from 'zod';

const EMPTY = z.literal('');
export const text = z.string();
export const count = z.int().min(0);
export const id = z.string().regex(/^[a-z_]+-\d+$/);
export const day = z.iso.date();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A value that may be missing. */
export const orEmpty = <T extends z.ZodType>(type: T) => z.union([type, EMPTY]);

export const problem = z.strictObject({
  code: z.string().regex(/^[a-z0-9_]+$/),
  file: text,
  line: orEmpty(z.int().min(1)),
  column: text,
  value: text,
  message: z.string().min(1),
});

/** What stands in every answer of a command that writes to the ledger. */
export const done = {
  written: z.boolean(),
  dry_run: z.boolean(),
  entry: orEmpty(z.int().min(1)),
};

export const what = z.enum(['added', 'unchanged', 'amended', 'reversed', 'adopted', 'cancelled', 'closed']);
const recordedKeys = { what, facts: z.array(id), ...done };
/** Facts that were recorded, with what else a command says. */
export const recorded = <T extends z.core.$ZodShape>(more?: T) =>
  z.strictObject({ ...recordedKeys, ...(more ?? ({} as T)) });

export const held = z.strictObject({
  kind: z.enum(['finding', 'task']),
  number: text,
  description: text,
  role: z.enum(['lead', 'assist', 'leader']),
  deadline: orEmpty(day),
  new_due_on: orEmpty(day),
});

const heavier = { round: count, cadre_no: text, name: text };
export const corrections = z.strictObject({
  due: z.array(z.strictObject({ ...heavier, with: z.array(id), since: count })),
  heavier: z.array(z.strictObject(heavier)),
});
export const namedFact = z.strictObject({ id, what: text });
export const measure = z.enum(['none', 'self_criticism', 'reminder_talk', 'admonition_talk']);
