// Keeps the words of units that are no report: the last import counts, and the same words again are no news.

import type { LedgerRecord } from '../../../domain/records/record-types.ts';
import { findingId, isOutstanding } from '../../../ledger/findings/findings.ts';
import { addUnitWords, unitWordsOf } from '../../../ledger/findings/unit-words.ts';
import { factId } from '../../lookups/fact-id.ts';
import type { Draft, Outcome, Recording } from '../recording.ts';

/**
 * Keeps what one row of a register says in words of its own.
 * @returns undefined where the file says nothing of progress, or the finding is unknown
 */
export function recordUnitWords(recording: Recording, draft: Draft<LedgerRecord>): Outcome | undefined {
  const { finding_no, unit_words: given } = draft.record;
  if (given === undefined) return undefined;
  const id = findingId(recording.db, finding_no);
  if (id === undefined) return undefined;
  const known = unitWordsOf(recording.view, id);
  const news = given?.normalize('NFC') !== known?.normalize('NFC');
  if (given !== null && isOutstanding(recording.db, id)) {
    const { file = '', line = null } = draft.place ?? {};
    recording.changes.unit_words.push({ finding_no, words: given, file, line, news });
  }
  if (!news) return { what: 'unchanged' };
  return {
    what: 'added',
    facts: [factId('unit_words', addUnitWords(recording.db, id, given, draft.origin))],
  };
}
