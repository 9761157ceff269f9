// The policy file of the contract: its defaults, its exact numbers, and everything wrong reported with lines.
import { describe, expect, it } from 'vitest';
import { readPolicyFile } from '../../src/intake/policy-file.ts';
import { refusalOf } from './support.ts';

const least =
  'name: tongjing\nversion: "2018-09"\ntiers:\n  - { measure: reminder_talk, at_least: 1.5, in_circle: true }\n';
const read = (text: string) => readPolicyFile(text, 'p.yaml');

it('fills in what is left out with the values of the contract', () => {
  expect(read(least)).toEqual({
    name: 'tongjing',
    version: '2018-09',
    document: '',
    count: {
      basis: 'due',
      objected: 'suspend',
      reported: 'suspend',
      weights: {
        severity: { 1: 100, 2: 100, 3: 100 },
        source: {},
        recurrence: 0,
        returned: 0,
        overduePerWeek: 0,
        role: { lead: 100, assist: 100, leader: 0 },
      },
      taskBehind: 0,
      absence: 0,
    },
    tiers: [{ measure: 'reminder_talk', atLeast: 150, inCircle: true }],
    exit: { require: ['no_counted_findings', 'central_tasks_on_schedule'] },
    commend: { rectifiedAtLeast: 2 },
    history: { windowMonths: 12, raiseAtEntries: 0, raiseAtRounds: 0 },
    duties: {
      checkWithin: 0,
      ruleWithin: 0,
      talkWithin: 0,
      serveWithin: 0,
      answerWithin: 0,
      appealWithin: 0,
    },
    papers: { objectDays: '', appealDays: '' },
    influenceMonths: { self_criticism: 0, reminder_talk: 0, admonition_talk: 0 },
    requireStatement: [],
    requireDecision: [],
  });
});

it('reads every key, numbers exactly in hundredths', () => {
  const policy = read(`${least}  - { measure: admonition_talk, at_least: 4, in_circle: true }
document: 桶井乡办法
count:
  basis: outstanding
  objected: count
  reported: count
  weights:
    severity: { 2: 1.5, 3: 0.29 }
    source: { 省委巡视: 0.5, 'constructor': 2 }
    recurrence: 1
    returned: 0.01
    overdue_per_week: 0.1
    role: { assist: 0.5 }
  task_behind: 1
  absence: 0.25
exit:
  require: []
commend:
  rectified_at_least: 3
history: { window_months: 6, raise_at_entries: 2, raise_at_rounds: 3 }
duties: { check_within: 1, rule_within: 2, talk_within: 3, serve_within: 4, answer_within: 5, appeal_within: 6 }
papers: { object_days: 5wd, appeal_days: 30d }
influence_months: { self_criticism: 1, reminder_talk: 3, admonition_talk: 6 }
require_decision: [admonition_talk]
`);
  expect(policy.count).toEqual({
    basis: 'outstanding',
    objected: 'count',
    reported: 'count',
    weights: {
      severity: { 1: 100, 2: 150, 3: 29 },
      source: { 省委巡视: 50, constructor: 200 },
      recurrence: 100,
      returned: 1,
      overduePerWeek: 10,
      role: { lead: 100, assist: 50, leader: 0 },
    },
    taskBehind: 100,
    absence: 25,
  });
  expect(policy).toMatchObject({
    document: '桶井乡办法',
    exit: { require: [] },
    commend: { rectifiedAtLeast: 3 },
    history: { windowMonths: 6, raiseAtEntries: 2, raiseAtRounds: 3 },
    duties: {
      checkWithin: 1,
      ruleWithin: 2,
      talkWithin: 3,
      serveWithin: 4,
      answerWithin: 5,
      appealWithin: 6,
    },
    papers: { objectDays: '5wd', appealDays: '30d' },
    influenceMonths: { self_criticism: 1, reminder_talk: 3, admonition_talk: 6 },
    requireStatement: [],
    requireDecision: ['admonition_talk'],
  });
});

it('tells all that is wrong in one go, each at its line', async () => {
  const text =
    'name: 7\nversion: 2018\nexits: {}\ncount:\n  basis: never\n  weights: { role: { lead: -1, boss: 2 } }\n';
  const problems = await refusalOf(() => read(text));
  expect(problems.map(({ code, values, place }) => `${code} ${values.key} ${place?.line}`).sort()).toEqual([
    'policy_negative count.weights.role.lead 6',
    'yaml_key_missing tiers undefined',
    'yaml_key_near exits 3',
    'yaml_key_unknown boss 6',
    'yaml_text_wanted name 1',
    'yaml_text_wanted version 2',
    'yaml_value_not_one_of count.basis 5',
  ]);
});

describe('hostile YAML', () => {
  it.each([
    ['twice the same key', `${least}name: again\n`],
    ['an unknown tag', `${least}document: !!js/function "x"\n`],
    [
      'aliases that multiply',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\n`,
    ],
    ['__proto__', `${least}__proto__: { basis: outstanding }\n`],
    ['nothing', ''],
    ['two documents', `${least}---\n${least}`],
    [
      'numbers beyond measure',
      `${least}commend: { rectified_at_least: 1e99 }\ncount: { absence: .inf, task_behind: 1e300 }\n`,
    ],
  ])('%s is refused with a message', async (_, text) => {
    expect((await refusalOf(() => read(text))).length).toBeGreaterThan(0);
  });
});
