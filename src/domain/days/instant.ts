// Instants of the journal as a township's clock shows them. Stored they are UTC, and stay so.

/** China's one time has been eight hours ahead, summer and winter, since 1992. */
const CHINA = { zone: 'Asia/Shanghai', since: '1992', ahead: 480 };
const MINUTE = 60_000;

/**
 * Instants in a time zone (IANA name): from UTC, ISO 8601, to the same instant with the zone's offset. What is no instant, or
 * of a zone that there is not, comes back as it is: `verify` says so.
 */
export function instantsIn(timeZone: string): (at: string) => string {
  if (timeZone === CHINA.zone)
    return (at) => (at >= CHINA.since ? shifted(at, () => CHINA.ahead) : shifted(at, aheadIn(timeZone)));
  return (at) => shifted(at, aheadIn(timeZone));
}

/** An instant with an offset for people: day and time of day, without the offset. */
export function readableInstant(at: string): string {
  return at.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/, '$1 $2');
}

function shifted(at: string, ahead: (instant: number) => number | undefined): string {
  const instant = Date.parse(at);
  const minutes = Number.isNaN(instant) ? undefined : ahead(instant);
  if (minutes === undefined) return at;
  const local = new Date(instant + minutes * MINUTE).toISOString().slice(0, -1);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Minutes by which a zone is ahead of UTC at an instant; undefined for a zone that there is not. */
function aheadIn(timeZone: string): (instant: number) => number | undefined {
  if (!formats.has(timeZone)) formats.set(timeZone, formatOf(timeZone));
  const format = formats.get(timeZone);
  return (instant) => {
    if (format === undefined) return undefined;
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const local = Date.UTC(
      ...([part('year'), part('month') - 1, part('day')] as const),
      ...([part('hour'), part('minute'), part('second')] as const),
    );
    return Math.round((local - Math.floor(instant / 1000) * 1000) / MINUTE);
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
