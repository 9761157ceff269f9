// A summary of a week: the round, its tally, who must be decided on, what is late, the next command.
import type { Text, TextValue } from '../report.ts';

/** The content of the week's summary, as jobs gather it. */
export interface WeekTold {
  readonly round: {
    readonly number: number;
    readonly cutoff: string;
    readonly state: 'opened' | 'open' | 'closed';
    readonly tally: {
      readonly counted: number;
      readonly pending: number;
      readonly latePending: number;
      readonly measures: Readonly<Record<string, number>>;
      readonly commended: number;
      readonly inCircle: number;
      readonly entered: number;
      readonly left: number;
      readonly withoutDeadline: number;
      readonly withoutResponsible: readonly string[];
    } | null;
    readonly missing: readonly {
      readonly cadreNo: string;
      readonly name: string;
      readonly measure: string;
    }[];
  } | null;
  readonly on: string;
  readonly late: readonly { readonly kind: string }[];
}

/** Commands and files as they are typed. */
export interface WeekTyped {
  readonly next: string;
  /** The decision list, empty where none was written. */
  readonly file: string;
  readonly again: string;
}

/** The maximum number named in a line; `--json` has them all. */
const NAMED = 8;

/** The lines of a week. */
export function weekTexts({ round, on, late }: WeekTold, { next, file, again }: WeekTyped): Text[] {
  const lines: Text[] = [];
  if (round !== null) {
    const { number, cutoff, state, tally, missing } = round;
    lines.push({ key: `week.round_${state}`, values: { round: number, cutoff } });
    if (tally !== null) lines.push(...tallyTexts(tally));
    if (tally !== null) lines.push(...missingTexts(missing, file, again));
  }
  if (late.length > 0) lines.push(lateText(late, on));
  lines.push({ key: 'week.next', values: { next } });
  return lines;
}

type Tally = NonNullable<NonNullable<WeekTold['round']>['tally']>;

function tallyTexts(tally: Tally): Text[] {
  const { measures, withoutDeadline, withoutResponsible, ...figures } = tally;
  const { counted, pending, latePending: late, commended, inCircle, entered, left } = figures;
  const named = Object.entries(measures).filter(([measure, count]) => measure !== 'none' && count > 0);
  return [
    { key: 'week.tally', values: { counted, pending, late } },
    ...(named.length === 0
      ? [{ key: 'week.no_measures' }]
      : named.map(
          ([measure, count]): Text => ({
            key: 'week.measure',
            values: { measure: { term: `measure.${measure}` }, count },
          }),
        )),
    { key: 'week.circle', values: { circle: inCircle, entered, left, commended } },
    ...(withoutDeadline > 0 ? [{ key: 'week.without_deadline', values: { count: withoutDeadline } }] : []),
    ...(withoutResponsible.length > 0
      ? [{ key: 'week.without_responsible', values: { count: withoutResponsible.length } }]
      : []),
  ];
}

function missingTexts(
  missing: readonly { readonly cadreNo: string; readonly name: string }[],
  file: string,
  again: string,
): Text[] {
  const count = missing.length;
  if (count === 0) return [{ key: 'week.nothing_to_decide' }];
  const names = missing.map(({ cadreNo, name }) => `${name} ${cadreNo}`);
  const list = count > NAMED ? [...names.slice(0, NAMED), '…'] : names;
  const how: Text =
    file === ''
      ? { key: 'week.decide_how', values: { again } }
      : { key: 'week.decide_file', values: { file } };
  return [{ key: 'week.to_decide', values: { count, list } }, how];
}

function lateText(late: readonly { readonly kind: string }[], on: string): Text {
  const kinds = [...new Set(late.map(({ kind }) => kind))];
  const list = kinds.map((kind): TextValue => ({ term: `duty.${kind}` }));
  return { key: 'week.late', values: { count: late.length, list, on } };
}
