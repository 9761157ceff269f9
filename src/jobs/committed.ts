// What comes of a writing command, for those who may not look into the ledger.
export type { Committed } from '../ledger/writing/journal.ts';
