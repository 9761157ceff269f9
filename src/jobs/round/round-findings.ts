// Reads the findings of a round into its sums and figures: those to which nothing has happened in compact form, the others
// whole.
import type { CadreNo } from '../../domain/cadre.ts';
import { type Finding, type FindingNo, roles } from '../../domain/findings/finding.ts';
import type { View } from '../../ledger/facts/view.ts';
import { type FiguredFinding, figuredAmong } from '../../ledger/findings/figured-findings.ts';
import { findingsAmong } from '../../ledger/findings/findings.ts';
import { type IdSpan, RoundIds } from '../../ledger/findings/round-ids.ts';
import {
  alikeFacts,
  descriptionOf,
  leadNamedOn,
  type UntouchedFinding,
  UntouchedFindings,
} from '../../ledger/findings/untouched-findings.ts';
import type { NoticeFigures } from '../../scoring/figures/notice-figures.ts';
import type { FindingSums } from '../../scoring/finding-sums.ts';
import type { FindingsReader } from '../../scoring/round-input.ts';
import { carriesWeight, type RoundRules } from '../../scoring/rules.ts';

/** What the findings of a round are added to, besides its sums. */
interface ReadFor {
  /** Everybody on the roster at the cutoff, in the order of the sums. */
  readonly roster: readonly CadreNo[];
  /** Null where figures are not asked for. */
  readonly figures: NoticeFigures | null;
}

/** Adds the findings that a round can rest on, in the order of their ids. */
export function findingsReader(view: View, round: RoundRules, readFor: ReadFor): FindingsReader {
  return (sums) => new RoundFindings(view, round, sums, readFor).addAll();
}

class RoundFindings {
  readonly #view: View;
  readonly #round: RoundRules;
  readonly #sums: FindingSums;
  readonly #figures: NoticeFigures | null;
  readonly #roster: readonly CadreNo[];
  readonly #ids: RoundIds;
  readonly #untouched: UntouchedFindings;
  readonly #whole: (kind: string) => Finding;
  /** 1 for each place on the roster whose cadre is in the figures: once is enough. */
  readonly #figured: Uint8Array;

  constructor(view: View, round: RoundRules, sums: FindingSums, { roster, figures }: ReadFor) {
    const { cutoff, previous } = round;
    this.#view = view;
    this.#round = round;
    this.#sums = sums;
    this.#figures = figures;
    this.#roster = roster;
    this.#ids = new RoundIds(view, previous);
    const placeOf = (cadreNo: CadreNo): number | undefined => sums.placeOf(cadreNo);
    this.#untouched = new UntouchedFindings(view, cutoff, placeOf, figures !== null);
    this.#whole = (kind) => ({
      id: 0,
      findingNo: '' as FindingNo,
      foundOn: cutoff,
      named: [],
      events: [],
      dispatches: [],
      ...alikeFacts(kind),
    });
    this.#figured = new Uint8Array(roster.length);
  }

  addAll(): void {
    for (const batch of this.#ids.batches()) this.#addBatch(batch);
  }

  #addBatch(batch: IdSpan): void {
    const touched = this.#untouched.touched(batch);
    const whole = this.#wholeOf(touched.length === 0 ? NONE : this.#ids.among(batch, touched));
    let next = whole.next();
    const addWholeBefore = (id: number): void => {
      for (; next.done !== true && next.value.id < id; next = whole.next()) this.#sums.take(next.value);
    };
    this.#untouched.each(batch, touched, (finding) => {
      addWholeBefore(finding.id);
      this.#addUntouched(finding);
    });
    addWholeBefore(Number.POSITIVE_INFINITY);
  }

  #wholeOf(ids: readonly number[]): Iterator<Finding> {
    if (ids.length === 0) return NONE.values();
    if (this.#figures === null) return findingsAmong(this.#view, ids);
    return findingsInto(this.#figures, figuredAmong(this.#view, ids));
  }

  #addUntouched(finding: UntouchedFinding): void {
    const at = this.#sums.takeUntouched(finding, this.#whole);
    const { id, findingNo, figured, named } = finding;
    if (this.#figures === null || figured === null) return;
    const { area, station, foundOn, seq } = figured;
    const text = (): string => descriptionOf(this.#view, id);
    const lead = (): CadreNo | undefined => this.#leadOf(finding);
    if (this.#figures.takeUntouched(at, { findingNo, area, station, foundOn, seq, lead, text }))
      this.#addCadres(named, this.#figures);
  }

  /** Who leads on a finding; for those not on the roster the ledger is asked. */
  #leadOf({ id, named }: UntouchedFinding): CadreNo | undefined {
    if (named.some((each) => each < 0)) return leadNamedOn(this.#view, id);
    const lead = named.find((each) => roles[each % roles.length] === 'lead');
    return lead === undefined ? undefined : this.#roster[Math.floor(lead / roles.length)];
  }

  /** Adds those who answer for a finding to the figures. */
  #addCadres(named: readonly number[], figures: NoticeFigures): void {
    for (const each of named) {
      if (each < 0) continue;
      const role = each % roles.length;
      const place = (each - role) / roles.length;
      if (this.#figured[place] === 1 || !carriesWeight(this.#round.policy, roles[role] ?? 'lead')) continue;
      this.#figured[place] = 1;
      figures.sum.addCadre(this.#roster[place] as CadreNo);
    }
  }
}

const NONE: readonly never[] = [];

/** Whole findings, each added to the figures of the round, where these are asked for, as it is read. */
export function* findingsInto(
  figures: NoticeFigures | null,
  findings: Iterable<FiguredFinding>,
): Generator<Finding> {
  for (const { finding, row } of findings) {
    figures?.take(finding, row);
    yield finding;
  }
}
