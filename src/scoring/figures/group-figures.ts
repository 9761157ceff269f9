// How the rules treat groups of cadres: proposed against decided measures, objections and their rulings, waits for a check.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { type Measure, type Since, weightOf } from '../../domain/round.ts';
import { byCodePoint } from '../../domain/texts/text.ts';
import { checksInWindow } from '../checks.ts';
import { inWindow } from '../window.ts';

/** Groups of fewer people are shown to leaders only. */
export const FEWEST_SHOWN = 5;

type Given = Exclude<Measure, 'none'>;
type Measures = Record<Given, number>;

/** One group over the rounds. Lines are counted once a round, everything else once. */
export interface GroupFigures {
  readonly group: string;
  /** Cadres who were on the roster at the cutoff of one of the rounds. */
  readonly people: number;
  /** Lines with each measure: as the rules proposed it, and as it was settled (as corrected). */
  readonly proposed: Readonly<Measures>;
  readonly decided: Readonly<Measures>;
  /** Lines that were settled with a heavier or a lighter measure than the rules proposed. */
  readonly heavier: number;
  readonly lighter: number;
  /** Objections that cadres of the group raised in the windows, and rulings in them: finding withdrawn, cadre released. */
  readonly objections: number;
  readonly upheld: number;
  readonly released: number;
  /** Checks in the windows that answered a report while a cadre of the group was responsible, and the days they took. */
  readonly checksTimed: number;
  readonly checkDays: number;
}

/** A round whose facts are added. */
export interface ComparedRound {
  readonly cutoff: Day;
  readonly previous: Since;
  /** The group of every cadre at the cutoff; the empty text where none is recorded. */
  readonly groupOf: ReadonlyMap<CadreNo, string>;
  readonly onRoster: ReadonlySet<CadreNo>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Sum extends Mutable<Omit<GroupFigures, 'group' | 'people' | 'proposed' | 'decided'>> {
  readonly people: Set<CadreNo>;
  readonly proposed: Measures;
  readonly decided: Measures;
}

/** The groups that are shown in a scope, by name, and how many are left out. */
export interface VisibleGroups {
  readonly rows: readonly GroupFigures[];
  readonly hidden: number;
}

/** The sums of each group, added round by round. */
export class GroupSums {
  readonly #sums = new Map<string, Sum>();
  /** How many people each group has in the current round. */
  #sizes = new Map<string, number>();
  readonly #hidden = new Set<string>();
  #round: ComparedRound | undefined;

  /** Begins a round: what is added from here on belongs to it. */
  begin(round: ComparedRound): void {
    this.#endRound();
    this.#round = round;
    for (const cadreNo of round.onRoster) {
      const group = round.groupOf.get(cadreNo) ?? '';
      const sum = this.#sums.get(group) ?? nothing();
      this.#sums.set(group, sum);
      sum.people.add(cadreNo);
      this.#sizes.set(group, (this.#sizes.get(group) ?? 0) + 1);
    }
  }

  /** Takes in a line of the round. */
  line(cadreNo: CadreNo, proposed: Measure, settled: Measure): void {
    const difference = weightOf(settled) - weightOf(proposed);
    if (proposed === 'none' && difference === 0) return;
    const sum = this.#sumOf(cadreNo);
    if (proposed !== 'none') sum.proposed[proposed] += 1;
    if (settled !== 'none') sum.decided[settled] += 1;
    if (difference > 0) sum.heavier += 1;
    if (difference < 0) sum.lighter += 1;
  }

  /** Takes in what happened to a finding in the round's window. */
  finding(finding: Finding): void {
    const { cutoff, previous } = this.#current;
    const raisedBy = new Map<number, CadreNo>();
    for (const event of finding.events) {
      if (event.on > cutoff) break;
      if (event.kind === 'objection') raisedBy.set(event.id, event.cadreNo);
      if (!inWindow(event.on, event.seq, cutoff, previous)) continue;
      if (event.kind === 'objection') this.#sumOf(event.cadreNo).objections += 1;
      if (event.kind !== 'ruling' || event.ruling === 'dismissed' || event.ruling === 'retracted') continue;
      const cadreNo = raisedBy.get(event.objection);
      if (cadreNo !== undefined) this.#sumOf(cadreNo)[event.ruling] += 1;
    }
    for (const { days, responsible } of checksInWindow(finding, cutoff, previous)) {
      if (days === null) continue;
      for (const sum of new Set(responsible.map((cadreNo) => this.#sumOf(cadreNo)))) {
        sum.checksTimed += 1;
        sum.checkDays += days;
      }
    }
  }

  /** The groups by name, never by a figure. @param all whether small groups are shown too: to leaders */
  shown(all: boolean): VisibleGroups {
    this.#endRound();
    const rows = [...this.#sums]
      .filter(([group]) => all || !this.#hidden.has(group))
      .map(([group, { people, ...figures }]): GroupFigures => ({ group, people: people.size, ...figures }))
      .sort((left, right) => byCodePoint(left.group, right.group));
    return { rows, hidden: this.#sums.size - rows.length };
  }

  get #current(): ComparedRound {
    if (this.#round === undefined) throw new Error('no round was begun');
    return this.#round;
  }

  #sumOf(cadreNo: CadreNo): Sum {
    const group = this.#current.groupOf.get(cadreNo) ?? '';
    const sum = this.#sums.get(group) ?? nothing();
    this.#sums.set(group, sum);
    // Figures of a group with no one on the roster belong to those who have left.
    if (!this.#sizes.has(group)) this.#sizes.set(group, 0);
    return sum;
  }

  #endRound(): void {
    for (const group of hiddenGroups(this.#sizes)) this.#hidden.add(group);
    this.#sizes = new Map();
  }
}

/**
 * The groups of a round that are left out: those of fewer people than may be shown, and, so that what is left out cannot be
 * computed from the totals of the round, the next smallest until at least two groups and as many people are left out.
 * A group that is left out in one of several rounds is left out of their sum: every figure shown is then a sum of rounds in
 * which it may be shown, whichever rounds are asked for.
 */
export function hiddenGroups(sizes: ReadonlyMap<string, number>): ReadonlySet<string> {
  const smallestFirst = [...sizes].sort(([a, left], [b, right]) => left - right || byCodePoint(a, b));
  const hidden = new Set<string>();
  let people = 0;
  for (const [group, size] of smallestFirst) {
    const enough = hidden.size === 0 || people >= FEWEST_SHOWN;
    if (size >= FEWEST_SHOWN && enough) break;
    hidden.add(group);
    people += size;
  }
  return hidden;
}

function nothing(): Sum {
  return {
    people: new Set(),
    proposed: { self_criticism: 0, reminder_talk: 0, admonition_talk: 0 },
    decided: { self_criticism: 0, reminder_talk: 0, admonition_talk: 0 },
    heavier: 0,
    lighter: 0,
    objections: 0,
    upheld: 0,
    released: 0,
    checksTimed: 0,
    checkDays: 0,
  };
}
