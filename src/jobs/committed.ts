// The result of a writing command, for rooms without access to the ledger.
export type { Committed } from '../ledger/writing/journal.ts';
