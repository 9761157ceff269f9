// The supervision team's form: what is known of each finding, and the columns of `import checks` left to be filled in.
import type { ToCheck } from '../../domain/findings/check-sheet.ts';
import { listed } from '../lists/answering.ts';
import { type Entry, listOf } from '../lists/lists.ts';
import type { Column, Report } from '../report.ts';

/** What is known, then the columns that `import checks` takes. Headings of the former mean nothing to it. */
const sheetColumns: readonly Column[] = [
  { key: 'finding_no', type: 'text' },
  { key: 'sheet_station', type: 'text' },
  { key: 'sheet_village', type: 'text' },
  { key: 'sheet_finding', type: 'text' },
  { key: 'sheet_standard', type: 'text' },
  { key: 'sheet_people', type: 'text' },
  { key: 'sheet_deadline', type: 'day' },
  { key: 'sheet_reported', type: 'day' },
  { key: 'result', type: 'text' },
  { key: 'checked_on', type: 'text' },
  { key: 'checked_by', type: 'text' },
  { key: 'method', type: 'text' },
  { key: 'note', type: 'text' },
];

/** `sheet checks`. @param word gives the language's marks, null for machines */
export function checkSheetReport(
  until: string,
  findings: readonly ToCheck[],
  word: ((key: string) => string) | null,
): Report {
  const entries = findings.map(
    (finding): Entry => ({
      finding_no: finding.findingNo,
      sheet_station: finding.station,
      sheet_village: finding.village,
      sheet_finding: finding.description,
      sheet_standard: finding.standard,
      sheet_people: namesOf(finding, word),
      sheet_deadline: finding.deadline,
      sheet_reported: finding.reportedOn,
    }),
  );
  return listOf('sheet checks', sheetColumns, entries, {
    title: { key: 'title.sheet_checks', values: { until, count: findings.length } },
    notes: [{ key: 'note.sheet_head' }, { key: 'note.sheet_people' }],
  });
}

function namesOf({ responsible }: ToCheck, word: ((key: string) => string) | null): string {
  const names = responsible.map(({ name }) => name);
  return word === null ? names.join('、') : listed(names, word);
}
