// The order of names in official lists: by the strokes of the surname, never by rank or points.
import type { Standing } from '../../domain/round.ts';
import { byKey, nameStrokeKey } from '../../domain/texts/stroke-order.ts';
import { byCodePoint } from '../../domain/texts/text.ts';

/** Lines by the names of their cadres (CLERK.md, "The notice of a round"); two of one name by number. */
export function inNameOrder(lines: readonly Standing[]): Standing[] {
  return lines
    .map((line) => ({ line, key: nameStrokeKey(line.cadre.name) }))
    .sort(
      (left, right) =>
        byKey(left.key, right.key) || byCodePoint(left.line.cadre.cadreNo, right.line.cadre.cadreNo),
    )
    .map(({ line }) => line);
}
