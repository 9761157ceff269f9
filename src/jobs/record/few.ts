// Takes a long row of things a few at a time.

/** @param atOnce how many are taken before the first of them is given */
export function* aFewAtATime<T>(all: Iterable<T>, atOnce: number): Generator<readonly T[]> {
  let few: T[] = [];
  for (const each of all) {
    few.push(each);
    if (few.length < atOnce) continue;
    yield few;
    few = [];
  }
  if (few.length > 0) yield few;
}
