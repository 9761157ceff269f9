// The object that each command answers with under --json, by the command's name, and what a refusal says.
import { z } from 'zod';
import { officeKeys } from '../../domain/office.ts';
import { imported, importedAuto, weekDone } from './imported.ts';
import {
  corrections,
  count,
  day,
  done,
  held,
  id,
  measure,
  namedFact,
  orEmpty,
  problem,
  recorded,
  sha256,
  text,
  what,
} from './parts.ts';

/** What is refused, in every command: nothing was written. `exit` is the exit code. */
export const refusal = z.strictObject({
  problems: z.array(problem).min(1),
  exit: z.union([1, 2, 3, 4, 70, 74, 75].map((code) => z.literal(code))),
});

/** Done before under the same idempotency key, by a version that did not keep its answers. */
export const doneAlready = z.strictObject({
  done_already: z.literal(true),
  written: z.literal(true),
  entry: count,
});

const named = { cadre_no: text, name: text };
const policy = { name: text, version: text, sha256 };
const reversed = z.strictObject({
  what,
  facts: z.array(id),
  asked: z.array(namedFact),
  dependents: z.array(namedFact),
  already: z.array(namedFact),
  rounds: z.array(count),
  corrections,
  ...done,
});
const reassigned = recorded({
  from_no: text.optional(),
  to_no: text.optional(),
  on: day.optional(),
  handed_over: z.array(held).optional(),
  kept: z.array(held).optional(),
});
const round = z.strictObject({ what, round: count, cutoff: day, ...done });
const proposal = z.strictObject({ measure, counted: count, pending: count });
const copied = z.strictObject({
  what: z.enum(['backed_up', 'restored']),
  file: text,
  entries: count,
  at: text,
  round: orEmpty(count),
  digest: orEmpty(sha256),
});
const policyRead = { ...policy, document: text };
const cell = z.union([z.string(), z.number(), z.boolean()]);

/** Commands that record facts and say no more. */
const RECORDING = [
  ...['cadre add', 'cadre amend', 'cadre statement', 'cadre talk'],
  ...['measure talk', 'measure serve', 'measure appeal', 'measure answer', 'measure follow-up'],
  ...['finding add', 'finding amend', 'finding report', 'finding check', 'finding extend'],
  ...['finding object', 'finding rule', 'calendar import', 'dispatch receive', 'recheck add'],
  ...['attendance record', 'task add', 'task progress', 'task cancel'],
] as const;

const answersOfTheirOwn: Readonly<Record<string, z.ZodType>> = {
  init: z.union([
    z.strictObject({
      what,
      file: text,
      township: text,
      policy: z.strictObject(policy),
      ...done,
    }),
    z.strictObject({
      what,
      from: text,
      sealed: z.boolean(),
      round: orEmpty(z.strictObject({ number: count, cutoff: day, digest: sha256 })),
      cadres: count,
      findings: count,
      tasks: count,
      in_circle: count,
      policy: text,
      ...done,
    }),
  ]),
  import: z.union([imported, importedAuto]),
  week: weekDone,
  'batch undo': reversed,
  reverse: reversed,
  'cadre move': recorded(named),
  'cadre return': recorded(named),
  'cadre leave': recorded({
    ...named,
    on: day,
    to_no: text,
    handed_over: z.array(held),
    kept: z.array(held),
  }),
  'finding reassign': reassigned,
  'task reassign': reassigned,
  // Without --adopt the plan is printed as a list.
  'task plan': z.union([recorded(), z.array(z.record(text, cell))]),
  correct: recorded({
    ...named,
    round: count,
    differences: z.array(z.strictObject({ column: text, before: cell, after: cell })),
    still: corrections,
  }),
  decide: recorded({ ...named, proposed: measure, decided: orEmpty(measure) }),
  'dispatch new': recorded({
    late: orEmpty(z.strictObject({ count, round: count })),
    order_no: text,
    due_on: day,
    findings: z.array(
      z.strictObject({ finding_no: text, own: orEmpty(day), other_station: text, derived: z.boolean() }),
    ),
    tasks: z.array(text),
    sent_before: count,
  }),
  'notice issue': recorded({ round: count, sha256, file: text }),
  'office set': z.strictObject({ what, key: z.enum(officeKeys), value: text, before: text, ...done }),
  'policy adopt': z.strictObject({ what, ...policy, open: orEmpty(count), ...done }),
  'round open': round,
  'round cancel': round,
  'round close': z.strictObject({
    what,
    round: count,
    cutoff: day,
    lines: count,
    digest: sha256,
    draft_digest: orEmpty(sha256),
    in_circle: count,
    commended: count,
    without_deadline: count,
    without_responsible: z.array(text),
    changed: z.array(z.strictObject({ ...named, before: proposal, now: proposal })),
    without_statement: z.array(text),
    ...done,
  }),
  'recheck draw': recorded({
    draw: count,
    round: orEmpty(count),
    digest: sha256,
    groups: z.array(
      z.strictObject({ group: text, findings: count, drawn_before: count, drawn: z.array(text) }),
    ),
  }),
  seal: z.strictObject({ what, by: text, at: text, hash: sha256, ...done }),
  pack: z.strictObject({
    round: count,
    folder: text,
    digest: orEmpty(sha256),
    files: z.array(z.strictObject({ file: text, what: text, sha256 })),
    written: count,
  }),
  backup: copied,
  restore: copied,
  demo: z.strictObject({ what: z.literal('made'), ledger: text, folder: text, commands: count }),
  'policy show': z.strictObject({ ...policyRead, policy: z.record(text, z.unknown()), text }),
  'policy check': z.strictObject({ ...policyRead, doubts: z.array(text) }),
  'round replay': z.strictObject({
    round: count,
    same: z.boolean(),
    lines: count,
    digest: sha256,
    replayed_digest: sha256,
    differences: z.array(z.strictObject({ cadre_no: text, column: text, stored: cell, replayed: cell })),
  }),
  'publish id': z.strictObject({ ledger_id: text }),
  'publish init': z.strictObject({
    what: z.enum(['unchanged', 'set_up']),
    version: count,
    citus: z.boolean(),
  }),
  'publish add-township': z.strictObject({ what: text, township: text, role: text }),
};

/** The answers, by the commands' names. */
export const answers: Readonly<Record<string, z.ZodType>> = {
  ...answersOfTheirOwn,
  ...Object.fromEntries(RECORDING.map((name) => [name, recorded()])),
};
