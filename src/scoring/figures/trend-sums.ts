// The rounds summed up by round, source, area, station or cadre: what was due, rectified and checked, who was in the circle.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Movement } from '../../domain/round.ts';
import { byCodePoint } from '../../domain/texts/text.ts';

export const trendGroups = ['round', 'source', 'area', 'station', 'cadre'] as const;
export type TrendBy = (typeof trendGroups)[number];

/** One group over the rounds looked at. Findings are counted once however many rounds they were due in. */
export interface TrendRow {
  readonly key: string;
  /** A round's cutoff, a cadre's name; else empty. */
  readonly name: string;
  /** Findings that were due at a cutoff or rectified in a window. */
  readonly hadToDo: number;
  readonly counted: number;
  readonly rectified: number;
  readonly inTime: number;
  /** Checks done, how many of them answered a report, and after how many days altogether. */
  readonly checks: number;
  readonly checksTimed: number;
  readonly checkDays: number;
  /** Lines in the circle, entering, leaving: of a cadre the rounds, of a group each member in each round. */
  readonly inCircle: number;
  readonly entered: number;
  readonly left: number;
}

/** A round that is summed up. */
export interface TrendRound {
  readonly number: number;
  readonly cutoff: string;
}

/** What the sums ask of a finding; its station is where it is counted. */
export interface TrendFinding {
  readonly id: number;
  readonly source: string;
  readonly area: string | null;
  readonly station: string | null;
}

/** What the sums ask of a line. */
export interface TrendLine {
  readonly cadreNo: CadreNo;
  readonly station: string;
  readonly nowIn: boolean;
  readonly movement: Movement;
}

interface Group {
  name: string;
  readonly due: Set<number>;
  readonly counted: Set<number>;
  readonly rectified: Set<number>;
  readonly inTime: Set<number>;
  checks: number;
  checksTimed: number;
  checkDays: number;
  inCircle: number;
  entered: number;
  left: number;
}

/** The sums of each group, added round by round. */
export class TrendSums {
  readonly #by: TrendBy;
  readonly #only: CadreNo | null;
  readonly #groups = new Map<string, Group>();
  #round: TrendRound | undefined;
  /** In this round: the groups in which a cadre had something to do. */
  #groupsOf = new Map<CadreNo, Set<string>>();

  constructor(by: TrendBy, only: CadreNo | null) {
    this.#by = by;
    this.#only = only;
  }

  /** Begins a round: what is added from here on belongs to it. */
  begin(round: TrendRound): void {
    this.#round = round;
    this.#groupsOf = new Map();
    if (this.#by === 'round') this.#group(String(round.number), round.cutoff);
  }

  #group(key: string, name = ''): Group {
    let group = this.#groups.get(key);
    if (group === undefined) {
      const sets = {
        due: new Set<number>(),
        counted: new Set<number>(),
        rectified: new Set<number>(),
        inTime: new Set<number>(),
      };
      group = { name, ...sets, checks: 0, checksTimed: 0, checkDays: 0, inCircle: 0, entered: 0, left: 0 };
      this.#groups.set(key, group);
    }
    return group;
  }

  /** The groups that a finding belongs to for those cadres; none when only another cadre is asked about. */
  #groupsFor(row: TrendFinding, cadres: readonly CadreNo[]): Group[] {
    if (this.#only !== null && !cadres.includes(this.#only)) return [];
    const asked = this.#only === null ? cadres : [this.#only];
    const keys = this.#by === 'cadre' ? asked : [this.#keyOf(row)];
    for (const cadreNo of asked) {
      const own = this.#groupsOf.get(cadreNo) ?? new Set();
      this.#groupsOf.set(cadreNo, own);
      for (const key of keys) own.add(key);
    }
    return keys.map((key) => this.#group(key));
  }

  #keyOf(row: TrendFinding): string {
    if (this.#by === 'round' || this.#by === 'cadre') return String(this.#round?.number ?? '');
    return row[this.#by] ?? '';
  }

  /** Takes in that a finding is due from a cadre. */
  due(row: TrendFinding, cadreNo: CadreNo, counted: boolean): void {
    for (const group of this.#groupsFor(row, [cadreNo])) {
      group.due.add(row.id);
      if (counted) group.counted.add(row.id);
    }
  }

  /** Takes in a finding rectified in the window, with those responsible. */
  rectified(row: TrendFinding, cadres: readonly CadreNo[], inTime: boolean): void {
    for (const group of this.#groupsFor(row, cadres)) {
      group.due.add(row.id);
      group.rectified.add(row.id);
      if (inTime) group.inTime.add(row.id);
    }
  }

  /** Takes in a check. @param days from the report that it answers, null without one */
  checked(row: TrendFinding, cadres: readonly CadreNo[], days: number | null): void {
    for (const group of this.#groupsFor(row, cadres)) {
      group.checks += 1;
      if (days === null) continue;
      group.checksTimed += 1;
      group.checkDays += days;
    }
  }

  /** Takes in a line of the round. */
  line(line: TrendLine): void {
    if (this.#only !== null && line.cadreNo !== this.#only) return;
    for (const key of this.#keysOfLine(line)) {
      const group = this.#group(key);
      if (line.nowIn) group.inCircle += 1;
      if (line.movement === 'enter') group.entered += 1;
      if (line.movement === 'exit') group.left += 1;
    }
  }

  #keysOfLine(line: TrendLine): Iterable<string> {
    switch (this.#by) {
      case 'round':
        return [String(this.#round?.number ?? '')];
      case 'cadre':
        return [line.cadreNo];
      case 'station':
        return [line.station];
      default:
        return this.#groupsOf.get(line.cadreNo) ?? [];
    }
  }

  /** The groups: rounds and cadres in their order, others with the most to do first. @param nameOf the name of a cadre by number */
  rows(nameOf: (cadreNo: string) => string): TrendRow[] {
    const rows = [...this.#groups].map(([key, group]): TrendRow => {
      const { due, counted, rectified, inTime, ...rest } = group;
      if (this.#by === 'cadre') rest.name = nameOf(key);
      const sizes = { hadToDo: due.size, counted: counted.size };
      return { ...rest, ...sizes, key, rectified: rectified.size, inTime: inTime.size };
    });
    if (this.#by === 'round') return rows;
    const most = (row: TrendRow): number => (this.#by === 'cadre' ? 0 : row.hadToDo);
    return rows.sort((left, right) => most(right) - most(left) || byCodePoint(left.key, right.key));
  }
}
