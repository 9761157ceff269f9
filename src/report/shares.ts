// How a part of a whole is written, and a mean.

/** A part of a whole in whole percent, or a dash when there is no whole. */
export function share(part: number, whole: number): string {
  const percent = percentOf(part, whole);
  return percent === null ? '—' : `${percent}%`;
}

/** A part of a whole in whole percent; null when there is no whole. Only all is 100, only none is 0. */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  if (part === 0 || part === whole) return part === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round((part * 100) / whole)));
}

/** `total / count` with one place, exact: halves up; null when there is nothing to share it among. */
export function mean(total: number, count: number): string | null {
  if (count === 0) return null;
  const tenths = Math.floor((total * 20 + count) / (count * 2));
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
