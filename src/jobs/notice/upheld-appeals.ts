// The upheld appeals that a round's notice lists.
import type { NoticeAppeal } from '../../domain/notice.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import type { View } from '../../ledger/facts/view.ts';
import { upheldAppeals } from '../../ledger/measures/upheld.ts';
import { correctionsOf } from '../../ledger/rounds/rounds.ts';

/**
 * Appeals upheld since the last round was closed, and those about this round's own lines, by round and cadre.
 * @param after the journal entry that closed the round before
 * @param until the one that closed this round
 */
export function appealsShown(
  now: View,
  round: number,
  { after, until }: { readonly after: number; readonly until: number },
): NoticeAppeal[] {
  return upheldAppeals(now, round)
    .filter((each) => each.round === round || (each.seq > after && each.seq <= until))
    .map(({ round: of, cadreNo, ruledOn, seq }) => {
      const cadre = findCadre(now, cadreNo);
      const correction = correctionsOf(now, of).get(cadreNo);
      return {
        round: of,
        cadre: { name: cadre?.name ?? '', unit: cadre?.unit ?? '' },
        ruledOn,
        corrected: correction !== undefined && correction.seq > seq,
      };
    });
}
