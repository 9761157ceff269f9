// The roster: cadres and the spans in which they are on it.
import type { Day } from './days/day.ts';

declare const cadreBrand: unique symbol;
/** The number that identifies a cadre; names repeat, numbers do not. */
export type CadreNo = string & { readonly [cadreBrand]: true };

export const ranks = ['section', 'subsection', 'staff', 'other'] as const;
/** 职级: recorded and shown, never scored. */
export type Rank = (typeof ranks)[number];

/** A leave or a return, in the order of day, then recording. */
export interface RosterEvent {
  readonly kind: 'leave' | 'return';
  readonly on: Day;
}

/** A cadre as the roster knows them on the day that is looked at. Texts that were not given are empty. */
export interface Cadre {
  readonly cadreNo: CadreNo;
  readonly name: string;
  readonly rank: Rank;
  readonly post: string;
  readonly unit: string;
  readonly station: string;
  readonly managedBy: string;
  readonly identity: string;
  readonly joinedOn: Day | null;
  readonly leftOn: Day | null;
  /** Sorted by day, then recording. */
  readonly rosterEvents: readonly RosterEvent[];
}

/**
 * Whether a cadre is on the roster at the end of `day` (contract, section 3, "On the roster at C"): joined by then,
 * and not left by then. `leftOn` is a leave like any other; the latest leave or return by that day decides.
 */
export function onRoster(cadre: Cadre, day: Day): boolean {
  if (cadre.joinedOn !== null && cadre.joinedOn > day) return false;
  const leftByThen = cadre.leftOn !== null && cadre.leftOn <= day;
  let latest: string = leftByThen ? (cadre.leftOn ?? '') : '';
  let on = !leftByThen;
  for (const event of cadre.rosterEvents) {
    if (event.on > day) break;
    if (event.on < latest) continue;
    latest = event.on;
    on = event.kind === 'return';
  }
  return on;
}
