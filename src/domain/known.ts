// Near misses: the known word nearest to one that is not known.

/**
 * The word of `known` nearest to `given` (edit distance, case and outer spaces aside), or undefined when none is near
 * enough to be a slip of the hand: at most a third of the longer word differs, or its last letter is missing (of two
 * letters, another one makes another word). Of two equally near the one that begins alike for longer.
 */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  const wanted = [...given.trim().toLowerCase()];
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  let bestBeginning = 0;
  for (const word of known) {
    const letters = [...word.toLowerCase()];
    const distance = editDistance(wanted, letters);
    if (distance > bestDistance) continue;
    const unlike = letters.findIndex((letter, at) => letter !== wanted[at]);
    const beginning = unlike < 0 ? letters.length : unlike;
    const shorter = Math.min(wanted.length, letters.length);
    const isCut = distance === 1 && shorter > 0 && beginning === shorter;
    if (!isCut && distance > Math.floor(Math.max(wanted.length, letters.length) / 3)) continue;
    if (distance === bestDistance && beginning <= bestBeginning) continue;
    best = word;
    bestDistance = distance;
    bestBeginning = beginning;
  }
  return best;
}

/** How many letters must be put in, left out or changed to make one text of the other. */
export function editDistance(left: readonly string[], right: readonly string[]): number {
  let previous = right.map((_, index) => index + 1);
  for (let row = 0; row < left.length; row += 1) {
    const current: number[] = [];
    for (let column = 0; column < right.length; column += 1) {
      const diagonal = column === 0 ? row : (previous[column - 1] ?? 0);
      const above = (previous[column] ?? 0) + 1;
      const before = (column === 0 ? row + 1 : (current[column - 1] ?? 0)) + 1;
      current.push(Math.min(above, before, diagonal + (left[row] === right[column] ? 0 : 1)));
    }
    previous = current;
  }
  return right.length === 0 ? left.length : (previous.at(-1) ?? left.length);
}
