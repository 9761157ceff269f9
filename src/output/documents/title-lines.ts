// Breaks a title into lines: where its sense allows it, and so that the lines look well (GB/T 9704-2012, 7.3.1).
import { visibleWidth } from '../text/width.ts';

/** Characters of 2号 (22 points) on a line of 156 mm. */
const LONGEST = 20;

/**
 * The lines of a centred title: as many as necessary, in the shape of a trapezium or a diamond (梯形, 菱形) and no
 * hourglass, of lengths as even as may be, rather the upper one longer.
 * @param pieces the title, cut where a line may end; one that is longer than a line is left to the writer
 */
export function titleLines(pieces: readonly string[]): string[] {
  const best = [...splits(pieces)].map((lines) => ({ lines, faults: faultsOf(lines) }));
  best.sort((left, right) => compare(left.faults, right.faults));
  return [...(best[0]?.lines ?? [])];
}

function* splits(pieces: readonly string[]): Generator<string[]> {
  if (pieces.length === 0) return;
  for (let ways = 0; ways < 2 ** (pieces.length - 1); ways += 1) {
    const lines = [pieces[0] ?? ''];
    for (const [at, piece] of pieces.slice(1).entries()) {
      if ((ways >> at) % 2 === 1) lines.push(piece);
      else lines.push((lines.pop() ?? '') + piece);
    }
    yield lines.map((line) => line.trim());
  }
}

/** What is wrong with lines, the gravest first: too long, an hourglass, too many, uneven, the shorter above. */
function faultsOf(lines: readonly string[]): number[] {
  const widths = lines.map((line) => visibleWidth(line) / 2);
  const over = widths.reduce((sum, width) => sum + Math.max(0, width - LONGEST), 0);
  const longest = Math.max(...widths);
  const uneven = longest - Math.min(...widths);
  // A line shorter than one above it and one below it.
  const waists = widths.filter((width, at) => {
    const isLonger = (each: number): boolean => each > width;
    return widths.slice(0, at).some(isLonger) && widths.slice(at + 1).some(isLonger);
  });
  return [over, waists.length, lines.length, uneven, longest - (widths[0] ?? 0)];
}

function compare(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((fault, place) => fault !== right[place]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
