// Exact decimals as whole numbers: hundredths for amounts and weights, ten-thousandths for points.

/** Reads a decimal with at most two places into hundredths; undefined when it is anything else or negative. */
export function parseHundredths(text: string): number | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Hundredths as decimal text without trailing zeros: 150 is `1.5`. */
export function formatHundredths(hundredths: number): string {
  return formatScaled(hundredths, 2);
}

/** Ten-thousandths (points) as decimal text without trailing zeros: 15000 is `1.5`. */
export function formatPoints(tenThousandths: number): string {
  return formatScaled(tenThousandths, 4);
}

function formatScaled(value: number, places: number): string {
  const scale = 10 ** places;
  const whole = Math.floor(value / scale);
  let fraction = String(value % scale).padStart(places, '0');
  while (fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return fraction === '' ? String(whole) : `${whole}.${fraction}`;
}
