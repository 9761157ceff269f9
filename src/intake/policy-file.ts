// The policy file (contract, section 3, "Policy"): strict YAML to the exact numbers used by scoring.
import * as z from 'zod';
import { parseHundredths } from '../domain/amount.ts';
import { exitRequirements, type Policy } from '../domain/policy.ts';
import { Failure } from '../domain/problem.ts';
import { type Measure, measures, weightOf } from '../domain/round.ts';
import { YamlFile, yamlProblems } from './yaml-file.ts';

type TierMeasure = Exclude<Measure, 'none'>;
const tierMeasures = measures.filter((measure): measure is TierMeasure => measure !== 'none');

const text = z.string({ error: 'yaml_text_wanted' });
const filled = text.refine((value) => value.trim() !== '', { error: 'yaml_text_wanted' });

/** A weight or points: a number from 0 with at most two decimals, in hundredths. */
const hundredths = z.number({ error: 'policy_number_wanted' }).transform((value, context) => {
  const exact = value < 0 ? undefined : parseHundredths(String(value));
  if (exact !== undefined) return exact;
  context.addIssue({
    code: 'custom',
    message: value < 0 ? 'policy_negative' : 'policy_decimals',
    input: value,
  });
  return z.NEVER;
});

/** The contract's limits on weights, in hundredths: with them the points of one finding are exact. */
const LARGEST_WEIGHT = 1_000_000_00;
const LARGEST_ROLE_WEIGHT = 100_00;

const atMost = (most: number) =>
  hundredths.superRefine((value, context) => {
    if (value <= most) return;
    const params = { most: String(most / 100) };
    context.addIssue({ code: 'custom', message: 'policy_too_large', params, input: value });
  });
const weightValue = atMost(LARGEST_WEIGHT);
const weight = (fallback: number) => weightValue.default(fallback);
const roleWeight = (fallback: number) => atMost(LARGEST_ROLE_WEIGHT).default(fallback);

const tier = z.strictObject({
  measure: z.enum(tierMeasures),
  at_least: hundredths.refine((value) => value > 0, { error: 'policy_at_least_zero' }),
  in_circle: z.boolean({ error: 'yaml_value_wrong' }),
});

const weights = z.strictObject({
  severity: z.strictObject({ 1: weight(100), 2: weight(100), 3: weight(100) }).prefault({}),
  source: z.record(z.string(), weightValue).default({}),
  recurrence: weight(0),
  returned: weight(0),
  overdue_per_week: weight(0),
  role: z
    .strictObject({ lead: roleWeight(100), assist: roleWeight(100), leader: roleWeight(0) })
    .prefault({}),
});

const count = z.strictObject({
  basis: z.enum(['due', 'outstanding']).default('due'),
  objected: z.enum(['suspend', 'count']).default('suspend'),
  reported: z.enum(['suspend', 'count']).default('suspend'),
  weights: weights.prefault({}),
  task_behind: weight(0),
  absence: weight(0),
});

const exit = z.strictObject({
  require: z.array(z.enum(exitRequirements)).default(['no_counted_findings', 'central_tasks_on_schedule']),
});
const wholeNumber = z.int({ error: 'policy_whole_wanted' }).min(0, { error: 'policy_whole_wanted' });
const commend = z.strictObject({ rectified_at_least: wholeNumber.default(2) });

/** Ten and fifty years: with them every day that follows has four digits of a year. */
const MOST_DAYS = 3660;
const MOST_MONTHS = 600;

/** A span in whole days or months, 0 or more. */
function span(most: number) {
  return z.int({ error: 'policy_whole_wanted' }).superRefine((value, context) => {
    if (value < 0) context.addIssue({ code: 'custom', message: 'policy_span_negative', input: value });
    if (value <= most) return;
    const params = { most: String(most) };
    context.addIssue({ code: 'custom', message: 'policy_too_large', params, input: value });
  });
}

/** Raising at the first time would make every tier another one: 0 for never, else 2 or more. */
const raiseAt = wholeNumber.refine((value) => value !== 1, { error: 'policy_raise_at_one' }).default(0);
const history = z
  .strictObject({
    window_months: span(MOST_MONTHS).default(12),
    raise_at_entries: raiseAt,
    raise_at_rounds: raiseAt,
  })
  .refine((value) => value.window_months > 0 || value.raise_at_entries === 0, {
    error: 'policy_window_zero',
    path: ['window_months'],
  });
const days = span(MOST_DAYS).default(0);
const duties = z.strictObject({
  check_within: days,
  rule_within: days,
  talk_within: days,
  serve_within: days,
  answer_within: days,
  appeal_within: days,
});
const printedDays = text.regex(/^(?:[1-9]\d{0,3}w?d)?$/u, { error: 'policy_days_form' }).default('');
const papers = z.strictObject({ object_days: printedDays, appeal_days: printedDays });
const months = span(MOST_MONTHS).default(0);
const influence = z.strictObject({ self_criticism: months, reminder_talk: months, admonition_talk: months });

const tiers = z
  .array(tier)
  .min(1, { error: 'policy_tiers_empty' })
  .superRefine((list, context) => {
    const seen = new Set<Measure>();
    for (const [index, each] of list.entries()) {
      const before = list[index - 1];
      const wrong = (message: string, key: string, params: Record<string, string>) =>
        context.addIssue({ code: 'custom', message, params, path: [index, key], input: each });
      if (seen.has(each.measure)) {
        wrong('policy_measure_twice', 'measure', { measure: each.measure });
      } else if (before !== undefined && weightOf(each.measure) < weightOf(before.measure)) {
        wrong('policy_tiers_order', 'measure', { measure: each.measure, before: before.measure });
      } else if (before !== undefined && each.at_least <= before.at_least) {
        wrong('policy_tiers_points', 'at_least', { measure: each.measure, before: before.measure });
      }
      seen.add(each.measure);
    }
  });

const policySchema = z.strictObject({
  name: filled,
  version: filled,
  document: text.default(''),
  count: count.prefault({}),
  tiers,
  exit: exit.prefault({}),
  commend: commend.prefault({}),
  history: history.prefault({}),
  duties: duties.prefault({}),
  papers: papers.prefault({}),
  influence_months: influence.prefault({}),
  require_statement: z.array(z.enum(tierMeasures)).default([]),
  require_decision: z.array(z.enum(tierMeasures)).default([]),
});

/**
 * Reads a policy file. Keys left out have the values of the contract's block. Throws one `Failure` with all that is
 * wrong, each at its line: unknown and missing keys, tiers out of order, a measure twice, numbers that are negative,
 * not above 0 or of more than two decimals, and `version: 2018`, which YAML takes for a number.
 */
export function readPolicyFile(fileText: string, fileName: string): Policy {
  const yaml = new YamlFile(fileText, fileName);
  const parsed = policySchema.safeParse(yaml.toValue(), { reportInput: true });
  if (!parsed.success) throw new Failure('refused', yamlProblems(yaml, parsed.error.issues, keysAt));
  const read = parsed.data;
  return {
    name: read.name,
    version: read.version,
    document: read.document,
    count: {
      basis: read.count.basis,
      objected: read.count.objected,
      reported: read.count.reported,
      weights: {
        severity: read.count.weights.severity,
        source: read.count.weights.source,
        recurrence: read.count.weights.recurrence,
        returned: read.count.weights.returned,
        overduePerWeek: read.count.weights.overdue_per_week,
        role: read.count.weights.role,
      },
      taskBehind: read.count.task_behind,
      absence: read.count.absence,
    },
    tiers: read.tiers.map((each) => ({
      measure: each.measure,
      atLeast: each.at_least,
      inCircle: each.in_circle,
    })),
    exit: { require: read.exit.require },
    commend: { rectifiedAtLeast: read.commend.rectified_at_least },
    history: {
      windowMonths: read.history.window_months,
      raiseAtEntries: read.history.raise_at_entries,
      raiseAtRounds: read.history.raise_at_rounds,
    },
    duties: {
      checkWithin: read.duties.check_within,
      ruleWithin: read.duties.rule_within,
      talkWithin: read.duties.talk_within,
      serveWithin: read.duties.serve_within,
      answerWithin: read.duties.answer_within,
      appealWithin: read.duties.appeal_within,
    },
    papers: { objectDays: read.papers.object_days, appealDays: read.papers.appeal_days },
    influenceMonths: read.influence_months,
    requireStatement: read.require_statement,
    requireDecision: read.require_decision,
  };
}

/** The keys that the schema knows at a path, for the nearest one to a slip of the hand. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const shapes: Readonly<Record<string, z.ZodObject>> = {
    '': policySchema,
    count,
    'count.weights': weights,
    'count.weights.severity': weights.shape.severity.unwrap(),
    'count.weights.role': weights.shape.role.unwrap(),
    exit,
    commend,
    history,
    duties,
    papers,
    influence_months: influence,
  };
  const key = path.filter((part) => typeof part !== 'number').join('.');
  return Object.keys((key === 'tiers' ? tier : shapes[key])?.shape ?? {});
}
