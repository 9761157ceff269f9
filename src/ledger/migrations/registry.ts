// The migrations in order; the place in the list, from 1, is the schema version. Append only.
import { sql as ledger } from './0001-ledger.ts';
import { sql as carryOver } from './0002-carry-over.ts';
import { sql as roundFigures } from './0003-round-figures.ts';

export const migrations: readonly string[] = [ledger, carryOver, roundFigures];
