// What commands say of findings and central tasks that pass from one cadre to another.
import type { Day } from '../../domain/days/day.ts';
import type { Held } from '../../jobs/record/cadres/hand-over.ts';
import type { OptionSpec } from '../command-spec.ts';
import type { Session } from '../session.ts';

/** The options of commands that hand over. */
export const handOverOptions: readonly OptionSpec[] = [
  { flags: '--new-due-on <day>', help: 'handover_due' },
  { flags: '--dry-run' },
];

/** A cadre in a sentence. */
export interface Named {
  readonly cadreNo: string;
  readonly name: string;
}

export interface Handover {
  readonly from: Named;
  readonly to: Named;
  readonly on: Day;
  readonly newDueOn: Day | null;
  readonly handed: readonly Held[];
  readonly dry: boolean;
}

/** Whether something passes with a new deadline: what is past its own on that day. */
const isMoved = ({ deadline }: Held, { on, newDueOn }: Pick<Handover, 'on' | 'newDueOn'>): boolean =>
  newDueOn !== null && deadline !== null && deadline < on;

/** Says what was handed over, or would be. */
export function describeHandover(session: Session, handover: Handover): void {
  const { from, to, handed, dry } = handover;
  const values = { from: who(from), to: who(to), count: handed.length };
  const key = handed.length === 0 ? 'said.handed_none' : dry ? 'said.handed_dry' : 'said.handed';
  session.tell({ key, values });
  listHeld(session, handed, (each) =>
    isMoved(each, handover) ? `${each.deadline} → ${handover.newDueOn}` : (each.deadline ?? '—'),
  );
}

/** Says what stays with somebody who leaves, and how it is handed over. */
export function describeKept(
  session: Session,
  from: Named,
  to: Named | null,
  on: Day,
  kept: readonly Held[],
): void {
  const has = (each: Held): boolean => to !== null && each.responsible.some((no) => no === to.cadreNo);
  const shared = kept.filter(has);
  const open = kept.filter((each) => !has(each));
  if (shared.length > 0 && to !== null) {
    session.tell({ key: 'said.handed_shared', values: { to: who(to), count: shared.length } });
    listHeld(session, shared);
  }
  if (open.length === 0) return;
  session.tell({ key: 'said.needs_successor', values: { name: from.name, count: open.length } });
  listHeld(session, open);
  const overdue = open.some(({ deadline }) => deadline !== null && deadline < on);
  const key = overdue ? 'said.needs_successor_next_due' : 'said.needs_successor_next';
  session.tell({ key, values: { cadre_no: from.cadreNo, on } });
}

function listHeld(
  session: Session,
  held: readonly Held[],
  deadlineOf: (each: Held) => string = ({ deadline }) => deadline ?? '—',
): void {
  for (const each of held) {
    session.tell({
      key: 'said.needs_successor_line',
      values: {
        kind: { term: `word.${each.kind}` },
        number: each.number,
        role: { term: `role.${each.role}` },
        deadline: deadlineOf(each),
        description: each.description,
      },
    });
  }
}

/** What passes, or stays, as JSON. */
export function heldAsJson(
  held: readonly Held[],
  handover: Pick<Handover, 'on' | 'newDueOn'>,
): Readonly<Record<string, string>>[] {
  return held.map((each) => ({
    kind: each.kind,
    number: each.number,
    description: each.description,
    role: each.role,
    deadline: each.deadline ?? '',
    new_due_on: isMoved(each, handover) ? (handover.newDueOn ?? '') : '',
  }));
}

function who({ cadreNo, name }: Named): string {
  return `${cadreNo} ${name}`;
}
