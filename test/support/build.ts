// Facts for the tests, one call each: days of September 2018, cadres, findings with events, tasks, policies, rounds.
import type { Cadre, CadreNo } from '../../src/domain/cadre.ts';
import type { Day } from '../../src/domain/days/day.ts';
import type {
  CheckResult,
  Dispatch,
  Finding,
  FindingEvent,
  FindingNo,
  Ground,
  Progress,
  ReassignmentEvent,
  Responsible,
  Role,
  RulingWord,
} from '../../src/domain/findings/finding.ts';
import { compareEvents } from '../../src/domain/findings/history.ts';
import type { PersonsMeant } from '../../src/domain/persons/meant.ts';
import { readPersons } from '../../src/domain/persons/read.ts';
import { type NamedCadre, Roster } from '../../src/domain/persons/roster.ts';
import { laterPolicyKeys, type Policy } from '../../src/domain/policy.ts';
import type { Decision, PreviousLine, PreviousRound } from '../../src/domain/round.ts';
import type { Absence, ProgressEntry, Task, TaskNo } from '../../src/domain/work/task.ts';
import type { Line } from '../../src/scoring/line.ts';
import { planRound } from '../../src/scoring/plan-round.ts';
import type { RoundInput } from '../../src/scoring/round-input.ts';
import { ENGINE } from '../../src/scoring/rules.ts';

/** A day of September 2018; 0 and below go back into August, above 30 on into October. */
export function sept(date: number): Day {
  return new Date(Date.UTC(2018, 8, date)).toISOString().slice(0, 10) as Day;
}

const dayOrNull = (date: number | null): Day | null => (date === null ? null : sept(date));

export const no = (text: string): CadreNo => text as CadreNo;

export function cadre(cadreNo: string, more: Partial<Cadre> = {}): Cadre {
  return {
    cadreNo: no(cadreNo),
    name: `name of ${cadreNo}`,
    rank: 'staff',
    post: '',
    unit: '',
    station: '',
    managedBy: '',
    identity: '',
    joinedOn: null,
    leftOn: null,
    rosterEvents: [],
    ...more,
  };
}

let counter = 0;
/** The next id; also the journal entry, so that what is made later is recorded later. */
export function nextId(): number {
  counter += 1;
  return counter;
}

const made = (date: number, seq?: number) => {
  const id = nextId();
  return { id, seq: seq ?? id, on: sept(date) };
};

export const report = (date: number, progress: Progress = 'done', seq?: number) =>
  ({ kind: 'report', ...made(date, seq), progress }) as const;
export const check = (date: number, result: CheckResult, by = '督查组', seq?: number) =>
  ({ kind: 'check', ...made(date, seq), result, by }) as const;
export const extension = (date: number, newDue: number, by = '分管领导', seq?: number) =>
  ({ kind: 'extension', ...made(date, seq), newDueOn: sept(newDue), by }) as const;
export const objection = (date: number, cadreNo: string, ground: Ground = 'other') =>
  ({ kind: 'objection', ...made(date), cadreNo: no(cadreNo), ground }) as const;
export const ruling = (date: number, of: { readonly id: number }, word: RulingWord, by = '裁定组') =>
  ({ kind: 'ruling', ...made(date), objection: of.id, ruling: word, by }) as const;
export const reassignment = (
  date: number,
  from: string,
  to: string,
  newDue: number | null = null,
  seq?: number,
  by = '移交组',
): ReassignmentEvent => ({
  kind: 'reassignment',
  ...made(date, seq),
  from: no(from),
  to: no(to),
  newDueOn: dayOrNull(newDue),
  by,
});
export const dispatch = (date: number, due: number): Dispatch => ({ ...made(date), dueOn: sept(due) });

/** Responsible cadres: `a` is the lead; `a:leader` has another role. */
function named(...texts: readonly string[]): Responsible[] {
  return texts.map((text) => {
    const [cadreNo = '', role = 'lead'] = text.split(':');
    return { cadreNo: no(cadreNo), role: role as Role };
  });
}

export interface FindingParts extends Partial<Omit<Finding, 'dueOn' | 'foundOn' | 'named' | 'events'>> {
  /** Found on this day of September: the 1st by default. */
  readonly found?: number;
  readonly events?: readonly FindingEvent[];
}

/** A finding of those named, due on a day of September (null: without a deadline). Events in any order. */
export function finding(
  responsible: string | readonly string[],
  due: number | null,
  { found = 1, events = [], ...more }: FindingParts = {},
): Finding {
  const id = nextId();
  return {
    id,
    findingNo: `F${id}` as FindingNo,
    source: '省委巡视',
    severity: 1,
    foundOn: sept(found),
    dueOn: dayOrNull(due),
    recurs: false,
    dispatches: [],
    named: named(...[responsible].flat()),
    events: [...events].sort(compareEvents),
    ...more,
  };
}

/** `count` findings of one cadre. */
export function findings(
  count: number,
  responsible: string,
  due: number | null,
  parts: FindingParts = {},
): Finding[] {
  return Array.from({ length: count }, () => finding(responsible, due, parts));
}

export interface TaskParts extends Partial<Omit<Task, 'named' | 'startOn' | 'dueOn'>> {
  readonly of?: readonly string[];
}

/** A task, by default of cadre `a`, amounts in hundredths. */
export function task(
  target: number,
  start: number,
  due: number,
  { of = ['a'], ...more }: TaskParts = {},
): Task {
  const id = nextId();
  return {
    id,
    taskNo: `T${id}` as TaskNo,
    name: 'task',
    target,
    startOn: sept(start),
    dueOn: sept(due),
    named: named(...of),
    milestones: [],
    progress: [],
    reassignments: [],
    cancelledOn: null,
    ...more,
  };
}

export const progress = (date: number, done: number, accepted: boolean | null = null): ProgressEntry => ({
  ...made(date),
  done,
  accepted,
});

export const absence = (cadreNo: string, date: number, seq?: number): Absence => ({
  cadreNo: no(cadreNo),
  site: '工地',
  on: sept(date),
  session: 'morning',
  seq: seq ?? nextId(),
});

/** The contract's policy block: every key with the value shown there. */
export const contractPolicy: Policy = {
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
  tiers: [
    { measure: 'self_criticism', atLeast: 100, inCircle: false },
    { measure: 'reminder_talk', atLeast: 200, inCircle: true },
    { measure: 'admonition_talk', atLeast: 400, inCircle: true },
  ],
  exit: { require: ['no_counted_findings', 'central_tasks_on_schedule'] },
  commend: { rectifiedAtLeast: 2 },
  ...laterPolicyKeys,
  requireStatement: [],
  requireDecision: [],
};

/** The contract's policy with other values under `weights`, `count` and at the top. */
export function policyWith(
  weights: Partial<Policy['count']['weights']>,
  count: Partial<Omit<Policy['count'], 'weights'>> = {},
  top: Partial<Omit<Policy, 'count'>> = {},
): Policy {
  return {
    ...contractPolicy,
    ...top,
    count: {
      ...contractPolicy.count,
      ...count,
      weights: { ...contractPolicy.count.weights, ...weights },
    },
  };
}

/** A last closed round with cutoff on the 12th; cadres by number, in the circle by default. */
export function previousRound(
  lines: Readonly<Record<string, Partial<PreviousLine>>>,
  more: Partial<PreviousRound> = {},
): PreviousRound {
  const entries = Object.entries(lines).map(([cadreNo, line]): [CadreNo, PreviousLine] => [
    no(cadreNo),
    { cadreNo: no(cadreNo), measure: 'reminder_talk', nowIn: true, roundsIn: 1, ...line },
  ]);
  return { number: 1, cutoff: sept(12), closedAt: nextId(), lines: new Map(entries), ...more };
}

export type InputParts = Partial<Omit<RoundInput, 'cutoff' | 'decisions'>> & {
  readonly decisions?: Readonly<Record<string, Partial<Decision>>>;
};

/** A round at a cutoff in September; by default cadre `a` alone is on the roster. */
export function input(cutoff: number, { decisions = {}, ...parts }: InputParts = {}): RoundInput {
  return {
    number: 1,
    engine: ENGINE,
    pastLines: () => [],
    cutoff: sept(cutoff),
    policy: contractPolicy,
    cadres: [cadre('a')],
    findings: [],
    tasks: [],
    absences: [],
    previous: null,
    ...parts,
    decisions: new Map(
      Object.entries(decisions).map(([cadreNo, decision]): [CadreNo, Decision] => [
        no(cadreNo),
        { measure: null, commended: null, by: '党委会', reason: '研究', ...decision },
      ]),
    ),
  };
}

/** The line of a cadre in a round; fails the test when there is none. */
export function lineOf(round: RoundInput, cadreNo = 'a'): Line {
  const line = planRound(round).lines.find((each) => each.standing.cadre.cadreNo === cadreNo);
  if (line === undefined) throw new Error(`no line of ${cadreNo}`);
  return line;
}

/** Cadres by number and name for the rules of four eyes; texts are read as they would be recorded. */
export function people(names: Readonly<Record<string, string>>): PersonsMeant {
  const cadre = (cadreNo: string): NamedCadre => {
    return { cadreNo: no(cadreNo), name: names[cadreNo] ?? cadreNo, unit: '', before: [] };
  };
  const roster = new Roster(Object.keys(names).map(cadre));
  return {
    meant: ({ text }) => readPersons(text, roster).persons,
    cadre: (cadreNo) => roster.cadre(cadreNo) ?? cadre(cadreNo),
  };
}
