// How wide the columns of a table become when the terminal is narrower than the table.

/** What a column would like (everything on one line) and the least that it can do with. */
export interface Need {
  readonly natural: number;
  readonly least: number;
}

/**
 * The widths of columns that together, with `gap` between two, take at most `width`: the widest are narrowed first and
 * to the same width. Undefined when even the least is too wide.
 */
export function fitted(needs: readonly Need[], width: number, gap: number): number[] | undefined {
  const available = width - gap * (needs.length - 1);
  const capped = (cap: number) => needs.map(({ natural, least }) => Math.min(natural, Math.max(cap, least)));
  const total = (widths: readonly number[]) => widths.reduce((sum, each) => sum + each, 0);
  if (total(capped(0)) > available) return undefined;
  let low = 0;
  let high = needs.reduce((most, { natural }) => Math.max(most, natural), 0);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (total(capped(middle)) <= available) low = middle;
    else high = middle - 1;
  }
  return shareRest(capped(low), needs, available);
}

// What the common cap leaves over goes to the first columns that can use it.
function shareRest(widths: number[], needs: readonly Need[], available: number): number[] {
  let rest = available - widths.reduce((sum, each) => sum + each, 0);
  return widths.map((width, place) => {
    if (rest <= 0 || width >= (needs[place]?.natural ?? 0)) return width;
    rest -= 1;
    return width + 1;
  });
}
