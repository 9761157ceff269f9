// The migrations in order; the place in the list, from 1, is the schema version. Append only.
import type { Connection } from '../database.ts';
import { sql as ledger } from './0001-ledger.ts';
import { sql as carryOver } from './0002-carry-over.ts';
import { sql as roundFigures } from './0003-round-figures.ts';
import { fill as fillLooks, sql as looks } from './0004-looks.ts';
import { sql as draftDigests } from './0005-draft-digests.ts';
import { sql as persons } from './0006-persons.ts';
import { sql as derivedGuards } from './0007-derived-guards.ts';
import { sql as importNotes } from './0008-import-notes.ts';
import { sql as figureStations } from './0009-figure-stations.ts';
import { sql as againAndCorrections } from './0010-again-and-corrections.ts';
import { sql as answers } from './0011-answers.ts';
import { rederive as rederiveObjected, sql as waitsAndHistory } from './0012-waits-and-history.ts';
import { sql as afterTheClosing } from './0013-after-the-closing.ts';
import { sql as rechecks } from './0014-rechecks.ts';
import { sql as noticeImprints } from './0015-notice-imprints.ts';

/** What one version adds to the one before. */
export interface Migration {
  /** New tables, indices and triggers; each statement ends with `;` at the end of a line. No column of a table that is there. */
  readonly sql: string;
  /**
   * Fills the new derived tables (`derivedTables`) from the facts of an older ledger. It runs after the SQL of every missing
   * version, in the transaction of the first command that writes; and for readers of an older ledger on temporary tables.
   */
  readonly fill?: (connection: Connection) => void;
  /**
   * Derives again what follows otherwise from the same facts since this version. It runs where `fill` does, but not for
   * readers of an older ledger: these read what was derived then.
   */
  readonly rederive?: (connection: Connection) => void;
}

export const migrations: readonly Migration[] = [
  { sql: ledger },
  { sql: carryOver },
  { sql: roundFigures },
  { sql: looks, fill: fillLooks },
  { sql: draftDigests },
  { sql: persons },
  { sql: derivedGuards },
  { sql: importNotes },
  { sql: figureStations },
  { sql: againAndCorrections },
  { sql: answers },
  { sql: waitsAndHistory, rederive: rederiveObjected },
  { sql: afterTheClosing },
  { sql: rechecks },
  { sql: noticeImprints },
];
