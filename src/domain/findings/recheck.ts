// Re-checks (回头看): a look at a finding that was rectified, and the draw of the findings that are looked at.
import type { Day } from '../days/day.ts';

export const recheckResults = ['holds', 'rebound'] as const;
/** `holds` 巩固: still rectified; `rebound` 反弹: the problem is back. */
export type RecheckResult = (typeof recheckResults)[number];

export const drawGroupings = ['station', 'source', 'area'] as const;
/** What a draw takes its share of. */
export type DrawGrouping = (typeof drawGroupings)[number];

/** Shares are whole hundredths of a percent: 10% is 1000. */
const WHOLE_SHARE = 10_000;

/** The digest that tickets are made with while no round is closed. */
export const NO_DIGEST = '0'.repeat(64);

/** A re-check as figures count it. */
export interface CountedRecheck {
  readonly on: Day;
  /** The journal entry that recorded it. */
  readonly seq: number;
  readonly result: RecheckResult;
}

/** A share as people write it, with a percent sign and at most two decimals; undefined for anything else. */
export function readShare(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*[%％]$/u.exec(text.trim());
  if (match === null) return undefined;
  const share = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return share >= 1 && share <= WHOLE_SHARE ? share : undefined;
}

/** A share as it is written: `10%`, `12.5%`. */
export function shareText(share: number): string {
  return `${share / 100}%`;
}

/** The number of a group that a share amounts to, rounded up. */
export function shareOf(size: number, share: number): number {
  return Math.ceil((size * share) / WHOLE_SHARE);
}

/** How many of some re-checks are rebounds, in percent with one decimal; null without re-checks. */
export function reboundRate({ rechecks, rebounds }: RecheckFigures): string | null {
  if (rechecks === 0) return null;
  const tenths = Math.floor((rebounds * 2000 + rechecks) / (2 * rechecks));
  return `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
}

/** Counts of re-checks. */
export interface RecheckFigures {
  readonly rechecks: number;
  readonly rebounds: number;
}

/** A finding that a draw may take. */
export interface Drawable {
  readonly id: number;
  readonly findingNo: string;
  readonly group: string;
  readonly ticket: string;
  /** Whether an earlier draw selected it: it is not selected again, but counts for the share. */
  readonly drawnBefore: boolean;
}

/** One group of a draw: its size, and those selected, lowest ticket first. */
export interface DrawnGroup {
  readonly group: string;
  readonly size: number;
  readonly drawnBefore: number;
  readonly drawn: readonly Drawable[];
}

/**
 * The sample of a draw (contract, section 3, "Re-checks"): of each group the share, rounded up, by the lowest tickets.
 * Groups in the order of their names.
 */
export function drawSample(all: readonly Drawable[], share: number): DrawnGroup[] {
  const groups = [...Map.groupBy(all, (each) => each.group)].sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  return groups.map(([group, members]) => {
    const free = members.filter((each) => !each.drawnBefore).sort(byTicket);
    return {
      group,
      size: members.length,
      drawnBefore: members.length - free.length,
      drawn: free.slice(0, shareOf(members.length, share)),
    };
  });
}

function byTicket(left: Drawable, right: Drawable): number {
  if (left.ticket !== right.ticket) return left.ticket < right.ticket ? -1 : 1;
  return left.findingNo < right.findingNo ? -1 : 1;
}
