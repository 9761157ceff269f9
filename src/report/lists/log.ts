// The journal for people and machines.

import type { Column, Report } from '../report.ts';
import { type Entry, listOf } from './lists.ts';

const columns: readonly Column[] = [
  { key: 'seq', type: 'number' },
  { key: 'at', type: 'instant' },
  { key: 'actor', type: 'text' },
  { key: 'command', type: 'text' },
  { key: 'what', type: 'text' },
  { key: 'did', type: 'text', machineOnly: true },
  { key: 'idempotency_key', type: 'text', machineOnly: true },
  { key: 'hash', type: 'text', machineOnly: true },
];

/** Journal entries as a list. */
export function logReport(entries: Iterable<Entry>): Report {
  return listOf('log', columns, entries);
}
