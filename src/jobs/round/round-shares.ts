// A round of very many findings, taken in shares by two threads: what each share comes to, and its reasons.
import { statSync } from 'node:fs';
import type { CadreNo } from '../../domain/cadre.ts';
import type { LedgerSource } from '../../ledger/database.ts';
import type { View } from '../../ledger/facts/view.ts';
import { hasFindingsForRound, type IdSpan } from '../../ledger/findings/findings.ts';
import { FindingSums } from '../../scoring/finding-sums.ts';
import type { FindingsShare, RoundRules } from '../../scoring/round-input.ts';
import { threadBeside } from '../beside.ts';
import { inTurn, type Pieces } from '../in-turn.ts';
import type { PlainSum } from './figures-sum.ts';
import { findingSpans, type Sizes } from './finding-spans.ts';
import { ReasonLines } from './reasons-digest.ts';
import { noFigures } from './round-figures.ts';
import { RoundFindings } from './round-findings.ts';
import type { Frame } from './round-frame.ts';

/** What some findings of a round, one after the other, come to. */
export interface RoundShare extends FindingsShare {
  /** Their reasons, as the digest takes them in. */
  readonly lines: Uint8Array<ArrayBuffer>;
  /** What they come to for the round's figures; null where nobody asks for them. */
  readonly figures: PlainSum | null;
}

/** A round and how its findings are shared out. Plain data, for another thread. */
export interface SharesAsked {
  readonly frame: Frame;
  /** Everybody on the roster at the cutoff. */
  readonly roster: readonly CadreNo[];
  /** Of the view: see `View`. */
  readonly position: number;
  readonly reversedBy: number;
  readonly spans: readonly IdSpan[];
  /** Whether the figures of the round are asked for too. */
  readonly figures: boolean;
}

/** From when on the findings of a round are shared out, and how. */
export interface Sharing extends Sizes {
  /** Bytes of the ledger: of a smaller one the findings are not even counted. */
  readonly bytes: number;
  readonly findings: number;
}

/** Below this a thread costs more than it saves. */
const WORTH: Sharing = { bytes: 16_000_000, findings: 100_000, ids: 16_384, shares: 40 };

/**
 * The findings of a round in shares, reckoned in two threads; null where there are too few of them. A share holds until the
 * next is asked for.
 * @param roster everybody on it at the cutoff
 * @param asked the ledger that the view reads, all that the round rests on committed; whether figures are asked for too
 */
export function roundShares(
  view: View,
  frame: Frame,
  roster: readonly CadreNo[],
  { source, figures }: { readonly source: LedgerSource; readonly figures: boolean },
  sharing: Sharing = WORTH,
): Iterable<RoundShare> | null {
  if (statSync(source.file).size < sharing.bytes) return null;
  if (!hasFindingsForRound(view, frame.previous ?? null, sharing.findings)) return null;
  const spans = findingSpans(view.db, sharing);
  const { position, reversedBy } = view;
  const asked: SharesAsked = { frame, roster, position, reversedBy, spans, figures };
  return inTurn(sharesOf(view, asked), threadBeside(import.meta.url, 'round-thread'), {
    source,
    asked,
  });
}

/** The shares of a round as pieces of work. */
export function sharesOf(
  view: View,
  { frame, roster, spans, figures: wanted }: SharesAsked,
): Pieces<RoundShare> {
  const { cutoff, previous = null } = frame;
  const round: RoundRules = { engine: frame.engine, cutoff, policy: frame.policy.policy, previous };
  const lines = new ReasonLines();
  const sums = new FindingSums(round, roster, {
    reasonsOf: () => false,
    onReason: (seen) => lines.add(seen),
  });
  const figures = wanted ? noFigures(view, frame, roster) : null;
  const findings = new RoundFindings(view, round, { sums, figures, roster });
  return {
    count: spans.length,
    do(piece) {
      const span = spans[piece];
      if (span !== undefined) findings.take(span);
      return {
        ...sums.takeShare(),
        lines: lines.handedOver(),
        figures: figures === null ? null : figures.takeSum().plain,
      };
    },
    takeBack(arrays) {
      for (const each of arrays) {
        if (each instanceof Float64Array) sums.takeBack(each);
        else lines.takeBack(each);
      }
    },
  };
}
