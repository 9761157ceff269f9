// What the ledger knows of itself: the township's name, the time zone of its days, what the office says on its papers.
import { instantsIn } from '../domain/days/instant.ts';
import type { OfficeKey } from '../domain/office.ts';
import type { ReadDb } from './database.ts';
import type { WriteDb } from './writing/transaction.ts';

export type SettingKey = 'township' | 'time_zone' | `office.${OfficeKey}`;

/** The default time zone of a ledger's days (contract, section 3, "Dates"). */
export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** The latest value of a setting, or undefined. */
export function setting(db: ReadDb, key: SettingKey): string | undefined {
  return db.get<{ value: string }>('SELECT value FROM settings WHERE key = ? ORDER BY id DESC LIMIT 1', key)
    ?.value;
}

/** The time zone of the ledger's days. */
export function timeZoneOf(db: ReadDb): string {
  return setting(db, 'time_zone') ?? DEFAULT_TIME_ZONE;
}

/** The instants of this ledger in its time zone, with the zone's offset. */
export function instantsOf(db: ReadDb): (at: string) => string {
  return instantsIn(timeZoneOf(db));
}

/** Records a setting. */
export function recordSetting(db: WriteDb, key: SettingKey, value: string): void {
  db.insert('settings', { key, value });
}
