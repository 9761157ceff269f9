// The figures of a round, summed up finding by finding.
import type { CadreNo } from '../../domain/cadre.ts';
import type { FindingNo } from '../../domain/findings/finding.ts';
import type { Figures, GroupFigures, MainProblem } from '../../domain/notice.ts';
import type { Grouping, RoundFigures } from '../../domain/round-figures.ts';
import { byCodePoint } from '../../domain/texts/text.ts';

const EXAMPLES = 3;

/** What became of a finding that the round concerns. */
export type Outcome = Exclude<keyof Figures, 'findings' | 'overdue'>;

/** How grave a finding is that is not rectified. */
export interface Gravity {
  readonly findingNo: FindingNo;
  readonly severity: number;
  readonly weeks: number;
}

/** Such a finding as an example of its area. */
interface Example extends Gravity {
  readonly text: string;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Counts = Pick<
  RoundFigures,
  'withoutDeadline' | 'added' | 'rectifiedSince' | 'checks' | 'checksTimed' | 'checkDays'
>;

const nothing = (): Mutable<Figures> => ({
  findings: 0,
  inTime: 0,
  late: 0,
  waiting: 0,
  objected: 0,
  extended: 0,
  notRectified: 0,
  overdue: 0,
});

/** A running sum; the order in which findings are added does not matter. */
export class FiguresSum {
  readonly counts: Mutable<Counts> = {
    withoutDeadline: 0,
    added: 0,
    rectifiedSince: 0,
    checks: 0,
    checksTimed: 0,
    checkDays: 0,
  };
  readonly #totals = nothing();
  readonly #cadres = new Set<CadreNo>();
  readonly #groups: Readonly<Record<Grouping, Map<string, Mutable<Figures>>>> = {
    source: new Map(),
    area: new Map(),
    station: new Map(),
  };
  readonly #examples = new Map<string, Example[]>();

  /** Adds a finding to the totals and to its groups; the empty name for those without one. */
  addFinding(outcome: Outcome, overdue: boolean, names: Readonly<Record<Grouping, string>>): void {
    count(this.#totals, outcome, overdue);
    count(group(this.#groups.source, names.source), outcome, overdue);
    count(group(this.#groups.area, names.area), outcome, overdue);
    count(group(this.#groups.station, names.station), outcome, overdue);
  }

  /** Adds a cadre who answers for a finding; one who is there already is counted once. */
  addCadre(cadreNo: CadreNo): void {
    this.#cadres.add(cadreNo);
  }

  /**
   * Offers an example of an area: of equal texts the gravest is kept, and of different ones a limited number of the
   * gravest.
   * @param text read only where the example may be kept
   */
  addExample(area: string, gravity: Gravity, text: () => string): void {
    let kept = this.#examples.get(area);
    if (kept === undefined) {
      kept = [];
      this.#examples.set(area, kept);
    }
    const last = kept.at(-1);
    if (kept.length === EXAMPLES && last !== undefined && gravestFirst(last, gravity) < 0) return;
    const { findingNo, severity, weeks } = gravity;
    const example: Example = { text: text(), findingNo, severity, weeks };
    const same = kept.findIndex((each) => each.text === example.text);
    const known = kept[same];
    if (known !== undefined && gravestFirst(known, example) < 0) return;
    if (known !== undefined) kept.splice(same, 1);
    kept.push(example);
    kept.sort(gravestFirst).splice(EXAMPLES);
  }

  /** The figures as shown. */
  get figures(): RoundFigures {
    const { source, area, station } = this.#groups;
    return {
      totals: { ...this.#totals },
      ...this.counts,
      cadres: this.#cadres.size,
      bySource: listed(source),
      byArea: listed(area),
      byStation: listed(station),
      problems: this.#problems(),
    };
  }

  #problems(): MainProblem[] {
    return [...this.#examples]
      .map(([area, gravest]) => ({
        area,
        count: this.#groups.area.get(area)?.notRectified ?? 0,
        examples: gravest.map((each) => each.text),
      }))
      .sort((left, right) => right.count - left.count || byCodePoint(left.area, right.area));
  }
}

function count(figures: Mutable<Figures>, outcome: Outcome, overdue: boolean): void {
  figures.findings += 1;
  figures[outcome] += 1;
  if (overdue && outcome === 'notRectified') figures.overdue += 1;
}

function group(groups: Map<string, Mutable<Figures>>, name: string): Mutable<Figures> {
  let figures = groups.get(name);
  if (figures === undefined) {
    figures = nothing();
    groups.set(name, figures);
  }
  return figures;
}

function listed(groups: ReadonlyMap<string, Figures>): GroupFigures[] {
  return [...groups]
    .map(([name, figures]) => ({ name, figures: { ...figures } }))
    .sort(
      (left, right) => right.figures.findings - left.figures.findings || byCodePoint(left.name, right.name),
    );
}

function gravestFirst(left: Gravity, right: Gravity): number {
  return (
    right.severity - left.severity || right.weeks - left.weeks || byCodePoint(left.findingNo, right.findingNo)
  );
}
