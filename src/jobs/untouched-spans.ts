// The findings of a span of ids on their way into the sums of a round: most of them untouched, and read as compactly as can be.
import type { Finding, FindingNo } from '../domain/finding.ts';
import type { Since } from '../domain/round.ts';
import { findingsForRound, type IdSpan } from '../ledger/findings.ts';
import { alikeFacts, IDS_AT_ONCE, UntouchedFindings } from '../ledger/untouched-findings.ts';
import type { View } from '../ledger/view.ts';
import type { FindingSums } from '../scoring/finding-sums.ts';
import type { RoundRules } from '../scoring/round-input.ts';
import type { SourceAndKind } from '../scoring/untouched.ts';

/** Takes spans of findings into sums, in the order of the ids. */
export class UntouchedSpans {
  readonly #view: View;
  readonly #previous: Since;
  readonly #sums: FindingSums;
  readonly #findings: UntouchedFindings;
  readonly #whole: (finding: SourceAndKind) => Finding;

  constructor(view: View, { cutoff, previous }: RoundRules, sums: FindingSums) {
    this.#view = view;
    this.#previous = previous;
    this.#sums = sums;
    this.#findings = new UntouchedFindings(view, cutoff, (cadreNo) => sums.placeOf(cadreNo));
    this.#whole = (finding) => ({
      ...{ id: 0, findingNo: '' as FindingNo, foundOn: cutoff, named: [], events: [], dispatches: [] },
      ...alikeFacts(finding),
    });
  }

  /** Takes in all findings of a span that the round can rest on. */
  takeInto({ first, last }: IdSpan): void {
    for (let from = first; from <= last; from += IDS_AT_ONCE) {
      this.#takeFew({ first: from, last: Math.min(last, from + IDS_AT_ONCE - 1) });
    }
  }

  #takeFew(span: IdSpan): void {
    const ids = this.#findings.touched(span);
    const touched =
      ids.length === 0 ? [] : [...findingsForRound(this.#view, this.#previous, { ...span, ids })];
    let at = 0;
    const takeTouchedBefore = (id: number): void => {
      for (let next = touched[at]; next !== undefined && next.id < id; next = touched[at]) {
        this.#sums.take(next);
        at += 1;
      }
    };
    this.#findings.each(span, ids, (finding) => {
      takeTouchedBefore(finding.id);
      this.#sums.takeUntouched(finding, this.#whole);
    });
    takeTouchedBefore(Number.POSITIVE_INFINITY);
  }
}
