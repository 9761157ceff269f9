// Where a finding lies: the one meaning of "station" in lists, sheets, orders, notices and trends.
import type { CadreNo } from './cadre.ts';
import type { Role } from './findings/finding.ts';

/** The station of a finding; empty when neither it nor its lead has one. */
export interface FindingStation {
  readonly station: string;
  /** Whether it is that of the lead, since the finding names none. */
  readonly derived: boolean;
}

/** Who leads on a finding: the first of them in the order of those responsible. */
export function leadOf(responsible: Iterable<readonly [CadreNo, Role]>): CadreNo | undefined {
  for (const [cadreNo, role] of responsible) if (role === 'lead') return cadreNo;
  return undefined;
}

/**
 * The finding's own station, else that of its lead (README, "Decisions").
 * @param own as the finding names it, null or empty where it names none
 * @param stationOf the station of a cadre on the day that is asked about
 */
export function findingStation(
  own: string | null,
  responsible: Iterable<readonly [CadreNo, Role]>,
  stationOf: (cadreNo: CadreNo) => string,
): FindingStation {
  if (own) return { station: own, derived: false };
  const station = stationOfLead(leadOf(responsible), stationOf);
  return { station, derived: station !== '' };
}

/** The station of a finding that names none. */
export function stationOfLead(lead: CadreNo | undefined, stationOf: (cadreNo: CadreNo) => string): string {
  return lead === undefined ? '' : stationOf(lead);
}
