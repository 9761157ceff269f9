// How it goes over the rounds: what was due, counted, rectified and checked, who was in the circle, by round or by group.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { stateAt } from '../../domain/findings/history.ts';
import { refusal } from '../../domain/problem.ts';
import { byCodePoint } from '../../domain/texts/text.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { type FindingRow, findingsWithRowsForRound } from '../../ledger/findings/findings.ts';
import {
  asPrevious,
  type ClosedRound,
  correctedLines,
  correctionsOf,
  ownRounds,
} from '../../ledger/rounds/rounds.ts';
import type { StandingRow } from '../../ledger/rounds/standings.ts';
import { checksInWindow } from '../../scoring/checks.ts';
import { rectificationOf } from '../../scoring/commend.ts';
import { planRound } from '../../scoring/plan-round.ts';
import { carriesWeight } from '../../scoring/rules.ts';
import { noRound } from '../round/no-round.ts';
import { closedFrame, roundInput } from '../round/round-frame.ts';
import { Stations } from '../round/stations.ts';
import { theCadre } from '../the-cadre.ts';

export const trendGroups = ['round', 'source', 'area', 'station', 'cadre'] as const;
export type TrendBy = (typeof trendGroups)[number];

export interface TrendRequest {
  readonly by: TrendBy;
  readonly cadreNo: string | null;
  /** Closed rounds, both included; null is the first or the last one. */
  readonly from: number | null;
  readonly to: number | null;
}

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

export interface Trend {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly TrendRow[];
  /** Lines corrected since the closing, as `round:cadre_no`: who is in, enters and leaves goes by them. */
  readonly corrected: readonly string[];
}

/** Sums up the closed rounds. @throws Failure `refused`: no round is closed, none of that number, unknown cadre */
export function trend(db: ReadDb, request: TrendRequest): Trend {
  const view = new View(db);
  const cadreNo = request.cadreNo === null ? null : theCadre(view, request.cadreNo).cadreNo;
  const closed = ownRounds(db);
  const [first, last] = [closed.at(0)?.number, closed.at(-1)?.number];
  if (first === undefined || last === undefined) throw noRound(db);
  const [from, to] = [request.from ?? first, request.to ?? last];
  const outside = [from, to].find((number) => number < first || number > last);
  if (outside !== undefined) throw refusal('round_not_closed', { round: outside });
  const sums = new Sums(request.by, cadreNo);
  const told = closed.filter(({ number }) => number >= from && number <= to);
  for (const round of told) addRound(sums, view, round);
  const corrected = told.flatMap(({ number }) =>
    [...correctionsOf(view, number).keys()]
      .filter((each) => cadreNo === null || each === cadreNo)
      .map((each) => `${number}:${each}`),
  );
  return { from, to, corrected, rows: sums.rows((number) => findCadre(view, number)?.name ?? '') };
}

/** Takes in one round: its facts as the journal held them at its closing, its lines as corrected since. */
function addRound(sums: Sums, now: View, round: ClosedRound): void {
  const view = new View(now.db, round.factsSeq);
  const frame = closedFrame(now, round.number);
  const previous = asPrevious(view, frame.previous);
  const { policy } = frame.policy;
  const rows = new Map<number, FindingRow>();
  const stations = new Stations(view, round.cutoff);
  sums.begin(round);
  function* findings(): Generator<Finding> {
    for (const { finding, row } of findingsWithRowsForRound(view, previous)) {
      const state = stateAt(finding, round.cutoff);
      const { station } = stations.of(row.station, state.responsible);
      const placed = { ...row, station };
      rows.set(finding.id, placed);
      const rectification = rectificationOf(finding, state, round.cutoff, previous);
      if (rectification !== null) {
        const weighty = [...state.responsible].filter(([, role]) => carriesWeight(policy, role));
        sums.rectified(
          placed,
          weighty.map(([cadreNo]) => cadreNo),
          rectification.inTime,
        );
      }
      for (const check of checksInWindow(finding, round.cutoff, previous)) {
        sums.checked(placed, check.responsible, check.days);
      }
      yield finding;
    }
  }
  planRound(
    { ...roundInput(view, frame), findings: findings() },
    {
      reasonsOf: () => false,
      onReason: (seen) => {
        if (seen.about !== 'finding') return;
        const row = rows.get(seen.finding.id);
        if (row !== undefined) sums.due(row, seen.cadreNo, seen.judgement.outcome === 'counted');
      },
    },
  );
  for (const line of correctedLines(now, round.number)) sums.line(line);
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

/** The sums of each group, taken in round by round. */
class Sums {
  readonly #by: TrendBy;
  readonly #only: CadreNo | null;
  readonly #groups = new Map<string, Group>();
  #round: ClosedRound | undefined;
  /** In this round: the groups in which a cadre had something to do. */
  #groupsOf = new Map<CadreNo, Set<string>>();

  constructor(by: TrendBy, only: CadreNo | null) {
    this.#by = by;
    this.#only = only;
  }

  begin(round: ClosedRound): void {
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
  #groupsFor(row: FindingRow, cadres: readonly CadreNo[]): Group[] {
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

  #keyOf(row: FindingRow): string {
    if (this.#by === 'round' || this.#by === 'cadre') return String(this.#round?.number ?? '');
    return row[this.#by] ?? '';
  }

  due(row: FindingRow, cadreNo: CadreNo, counted: boolean): void {
    for (const group of this.#groupsFor(row, [cadreNo])) {
      group.due.add(row.id);
      if (counted) group.counted.add(row.id);
    }
  }

  rectified(row: FindingRow, cadres: readonly CadreNo[], inTime: boolean): void {
    for (const group of this.#groupsFor(row, cadres)) {
      group.due.add(row.id);
      group.rectified.add(row.id);
      if (inTime) group.inTime.add(row.id);
    }
  }

  checked(row: FindingRow, cadres: readonly CadreNo[], days: number | null): void {
    for (const group of this.#groupsFor(row, cadres)) {
      group.checks += 1;
      if (days === null) continue;
      group.checksTimed += 1;
      group.checkDays += days;
    }
  }

  line(line: StandingRow): void {
    if (this.#only !== null && line.cadre_no !== this.#only) return;
    for (const key of this.#keysOfLine(line)) {
      const group = this.#group(key);
      if (line.now_in === 1) group.inCircle += 1;
      if (line.movement === 'enter') group.entered += 1;
      if (line.movement === 'exit') group.left += 1;
    }
  }

  #keysOfLine(line: StandingRow): Iterable<string> {
    switch (this.#by) {
      case 'round':
        return [String(this.#round?.number ?? '')];
      case 'cadre':
        return [line.cadre_no];
      case 'station':
        return [line.station];
      default:
        return this.#groupsOf.get(line.cadre_no) ?? [];
    }
  }

  /** @param nameOf the name of a cadre by number */
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
