// The ledger's own settings for papers: shown, and set one at a time through the journal.
import { NO_OFFICE, type Office, type OfficeKey, officeKeys } from '../../domain/office.ts';
import { refusal } from '../../domain/problem.ts';
import { LONGEST_TEXT, textFault } from '../../domain/texts/readable.ts';
import type { ReadDb } from '../../ledger/database.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { recordSetting, setting } from '../../ledger/settings.ts';
import { type Committed, commit } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';

/** What the office says of itself; empty where it says nothing. */
export function officeOf(db: ReadDb): Office {
  const said = officeKeys.map((key) => [key, setting(db, `office.${key}`) ?? ''] as const);
  return { ...NO_OFFICE, ...Object.fromEntries(said) };
}

/** The name of the office and what it says of itself. */
export function showOffice(db: ReadDb): { readonly township: string; readonly office: Office } {
  return { township: setting(db, 'township') ?? '', office: officeOf(db) };
}

/** A setting that was recorded, or has the value already. */
export interface OfficeSet {
  readonly what: 'added' | 'unchanged';
  readonly key: OfficeKey;
  readonly value: string;
  readonly before: string;
}

/** Sets a value; the empty text takes it away. @throws Failure `refused`: a text that was decoded wrongly */
export function setOffice(
  ledger: Ledger,
  acting: Acting,
  request: { readonly key: OfficeKey; readonly value: string },
): Committed<OfficeSet> {
  const { key } = request;
  const value = request.value.trim();
  const fault = textFault(value);
  if (fault !== undefined) throw refusal(fault, { most: LONGEST_TEXT });
  return commit<OfficeSet>(ledger, entryOf(acting, 'office set', { key, value }), (db) => {
    const before = officeOf(db)[key];
    if (before === value) return { value: { what: 'unchanged', key, value, before }, did: {} };
    recordSetting(db, `office.${key}`, value);
    return { value: { what: 'added', key, value, before }, did: { key, value, before } };
  });
}
