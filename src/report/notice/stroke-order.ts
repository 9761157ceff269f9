// The order of names in official lists: by the strokes of the surname, never by rank or points.
import type { Standing } from '../../domain/round.ts';
import { byCodePoint, comparableName } from '../../domain/texts/text.ts';

const LOCALE = 'zh-u-co-stroke';

/** A collator by strokes; null where the machine's ICU has no such order. */
function strokeCollator(): Intl.Collator | null {
  const collator = new Intl.Collator(LOCALE);
  return collator.resolvedOptions().collation === 'stroke' ? collator : null;
}

/** How names are compared, and whether that is by strokes: a document must say so when it is not. */
export interface NameOrder {
  readonly byStroke: boolean;
  readonly compare: (left: string, right: string) => number;
}

/** The order of names on this machine (CLERK.md, notice: `zh-u-co-stroke`), by code point where it has no strokes. */
export function nameOrder(collator: Intl.Collator | null = strokeCollator()): NameOrder {
  if (collator === null) return { byStroke: false, compare: byCodePoint };
  return {
    byStroke: true,
    compare: (left, right) => collator.compare(left, right) || byCodePoint(left, right),
  };
}

/** Lines by the names of their cadres; two of one name by number. */
export function inNameOrder(lines: readonly Standing[], order: NameOrder): Standing[] {
  return lines
    .map((line) => ({ line, name: comparableName(line.cadre.name) }))
    .sort(
      (left, right) =>
        order.compare(left.name, right.name) ||
        byCodePoint(left.line.cadre.cadreNo, right.line.cadre.cadreNo),
    )
    .map(({ line }) => line);
}
