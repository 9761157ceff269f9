// The decision list: who must be decided on, as a workbook to be filled in that imports as decisions.
import type { Words } from '../../i18n/words.ts';
import type { Report } from '../report.ts';

/** A line to be decided on. */
export interface ToDecide {
  readonly cadreNo: string;
  readonly name: string;
  readonly unit: string;
  readonly counted: number;
  readonly overdue: number;
  readonly pending: number;
  readonly measure: string;
}

/**
 * The measure is what is proposed: it is confirmed as it is, or changed. Who decides and why are left to be filled in.
 */
export function decisionListReport(
  { number, cutoff }: { readonly number: number; readonly cutoff: string },
  missing: readonly ToDecide[],
  words: Words,
): Report {
  return {
    name: 'decision list',
    title: { key: 'title.decision_list', values: { round: number, cutoff } },
    columns: [
      { key: 'cadre_no', type: 'text' },
      { key: 'name', type: 'text' },
      { key: 'unit', type: 'text' },
      { key: 'counted', type: 'number' },
      { key: 'overdue', type: 'number' },
      { key: 'pending', type: 'number' },
      { key: 'measure', type: 'term', terms: 'measure' },
      { key: 'by', type: 'text', heading: words.term('decisions.by') },
      { key: 'reason', type: 'text', heading: words.term('decisions.reason') },
    ],
    rows: missing.map((each) => [
      ...[each.cadreNo, each.name, each.unit, each.counted, each.overdue, each.pending, each.measure],
      ...[null, null],
    ]),
  };
}
