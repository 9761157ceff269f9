// The findings of a round, span of ids by span, on their way into its sums and figures: those to which nothing has happened
// are read as compactly as can be.
import type { CadreNo } from '../../domain/cadre.ts';
import { type Finding, type FindingNo, roles } from '../../domain/findings/finding.ts';
import type { Since } from '../../domain/round.ts';
import type { View } from '../../ledger/facts/view.ts';
import { figuredFindings } from '../../ledger/findings/figured-findings.ts';
import { findingsForRound, type IdSpan, type IdsAmong } from '../../ledger/findings/findings.ts';
import {
  alikeFacts,
  descriptionOf,
  IDS_AT_ONCE,
  leadNamedOn,
  type UntouchedFinding,
  UntouchedFindings,
} from '../../ledger/findings/untouched-findings.ts';
import type { FindingSums } from '../../scoring/finding-sums.ts';
import type { RoundRules } from '../../scoring/round-input.ts';
import { carriesWeight } from '../../scoring/rules.ts';
import type { NoticeFigures } from '../notice/notice-figures.ts';

/** What findings are taken into. */
export interface TakenInto {
  readonly sums: FindingSums;
  /** Null where nobody asks for figures. */
  readonly figures: NoticeFigures | null;
  /** Everybody on the roster at the cutoff, in the order of `sums`. */
  readonly roster: readonly CadreNo[];
}

/** Takes the findings of a round in, in the order of their ids. */
export class RoundFindings {
  readonly #view: View;
  readonly #round: RoundRules;
  readonly #into: TakenInto;
  readonly #untouched: UntouchedFindings;
  readonly #whole: (kind: string) => Finding;
  /** 1 for each place whose cadre the figures have been told of: once is enough, in whatever share. */
  readonly #told: Uint8Array;

  constructor(view: View, round: RoundRules, into: TakenInto) {
    const { cutoff } = round;
    const { sums, figures, roster } = into;
    this.#view = view;
    this.#round = round;
    this.#into = into;
    this.#untouched = new UntouchedFindings(
      view,
      cutoff,
      (cadreNo) => sums.placeOf(cadreNo),
      figures !== null,
    );
    this.#whole = (kind) => ({
      id: 0,
      findingNo: '' as FindingNo,
      foundOn: cutoff,
      named: [],
      events: [],
      dispatches: [],
      ...alikeFacts(kind),
    });
    this.#told = new Uint8Array(roster.length);
  }

  /** Takes in all findings of a span that the round can rest on. */
  take({ first, last }: IdSpan): void {
    for (let from = first; from <= last; from += IDS_AT_ONCE) {
      this.#takeFew({ first: from, last: Math.min(last, from + IDS_AT_ONCE - 1) });
    }
  }

  #takeFew(span: IdSpan): void {
    const ids = this.#untouched.touched(span);
    const { figures } = this.#into;
    const touched =
      ids.length === 0
        ? NONE.values()
        : findingsFor(this.#view, this.#round.previous, figures, { ...span, ids });
    let next = touched.next();
    const takeTouchedBefore = (id: number): void => {
      for (; next.done !== true && next.value.id < id; next = touched.next()) {
        this.#into.sums.take(next.value);
      }
    };
    this.#untouched.each(span, ids, (finding) => {
      takeTouchedBefore(finding.id);
      this.#takeUntouched(finding);
    });
    takeTouchedBefore(Number.POSITIVE_INFINITY);
  }

  #takeUntouched(finding: UntouchedFinding): void {
    const { sums, figures } = this.#into;
    const at = sums.takeUntouched(finding, this.#whole);
    const { id, findingNo, figured, named } = finding;
    if (figures === null || figured === null) return;
    const { area, station, foundOn, seq } = figured;
    const text = (): string => descriptionOf(this.#view, id);
    const lead = (): CadreNo | undefined => this.#leadOf(finding);
    if (figures.takeUntouched(at, { findingNo, area, station, foundOn, seq, lead, text }))
      this.#tell(named, figures);
  }

  /** Who leads on a finding; of those not on the roster the ledger is asked. */
  #leadOf({ id, named }: UntouchedFinding): CadreNo | undefined {
    if (named.some((each) => each < 0)) return leadNamedOn(this.#view, id);
    const lead = named.find((each) => roles[each % roles.length] === 'lead');
    return lead === undefined ? undefined : this.#into.roster[Math.floor(lead / roles.length)];
  }

  /** Tells the figures who answers for a finding. */
  #tell(named: readonly number[], figures: NoticeFigures): void {
    for (const each of named) {
      if (each < 0) continue;
      const role = each % roles.length;
      const place = (each - role) / roles.length;
      if (this.#told[place] === 1 || !carriesWeight(this.#round.policy, roles[role] ?? 'lead')) continue;
      this.#told[place] = 1;
      figures.sum.addCadre(this.#into.roster[place] as CadreNo);
    }
  }
}

const NONE: readonly never[] = [];

/** The findings of a round, each taken into its figures, where they are asked for, as it goes by. */
export function* findingsFor(
  view: View,
  previous: Since,
  figures: NoticeFigures | null,
  among?: IdSpan | IdsAmong,
): Generator<Finding> {
  if (figures === null) {
    yield* findingsForRound(view, previous, among);
    return;
  }
  for (const { finding, row } of figuredFindings(view, previous, among)) {
    figures.take(finding, row);
    yield finding;
  }
}
