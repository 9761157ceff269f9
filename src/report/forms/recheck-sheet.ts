// The sheet for re-checks: what is known of each finding, and the columns of `import rechecks` left to be filled in.
import { shareText } from '../../domain/findings/recheck.ts';
import type { RecheckSheet } from '../../domain/findings/recheck-sheet.ts';
import { withoutPersonalNumbers } from '../../domain/texts/personal-numbers.ts';
import { comparableName } from '../../domain/texts/text.ts';
import type { Words } from '../../i18n/words.ts';
import { type Document, type FormRow, paragraph } from '../document.ts';
import { listed } from '../lists/answering.ts';
import { type Entry, listOf } from '../lists/lists.ts';
import type { Column, Report } from '../report.ts';
import { dayText, label, listedDay, place } from './form-parts.ts';

/** What is known, then the columns that `import rechecks` takes. Headings of the former mean nothing to it. */
const columns: readonly Column[] = [
  { key: 'finding_no', type: 'text' },
  { key: 'sheet_station', type: 'text' },
  { key: 'sheet_village', type: 'text' },
  { key: 'sheet_finding', type: 'text' },
  { key: 'sheet_standard', type: 'text' },
  { key: 'sheet_people', type: 'text' },
  { key: 'sheet_rectified', type: 'day' },
  { key: 'sheet_checker', type: 'text' },
  { key: 'rechecked_on', type: 'text' },
  { key: 'rechecked_by', type: 'text' },
  { key: 'recheck_result', type: 'text' },
  { key: 'new_no', type: 'text' },
  { key: 'note', type: 'text' },
];

/** The sheet as a list, for a workbook. @param word gives the language's marks, null for machines */
export function recheckSheetReport(sheet: RecheckSheet, word: ((key: string) => string) | null): Report {
  const entries = sheet.findings.map((finding): Entry => {
    const names = finding.responsible.map(({ name }) => name);
    return {
      finding_no: finding.findingNo,
      sheet_station: finding.station,
      sheet_village: finding.village,
      sheet_finding: finding.description,
      sheet_standard: finding.standard,
      sheet_people: word === null ? names.join('、') : listed(names, word),
      sheet_rectified: finding.rectifiedOn,
      sheet_checker: finding.checkedBy,
    };
  });
  return listOf('recheck sheet', columns, entries, {
    title: { key: 'title.recheck_sheet', values: { ...drawValues(sheet), count: sheet.findings.length } },
    notes: [{ key: 'note.recheck_sheet' }],
  });
}

function drawValues({ draw, from, to, share }: RecheckSheet) {
  return { draw, from, to, share: shareText(share) };
}

/** The sheet as a form to be written on, on pages that lie on their side. */
export function recheckForm(shown: RecheckSheet, words: Words): Document {
  const sheet = withoutPersonalNumbers(shown);
  const say = (key: string, values = {}): string => words.text({ key: `recheck.form.${key}`, values });
  const column = (key: string): string => words.term(`column.${key}`);
  const known = ['place', 'finding', 'standard', 'people', 'rectified'].map((key) => say(key));
  const head: FormRow = {
    cells: [
      column('finding_no'),
      ...known,
      ...[column('rechecked_on'), column('rechecked_by'), say('result'), column('new_no'), column('note')],
    ].map((text) => label(text)),
    head: true,
  };
  const rows = sheet.findings.map(
    (finding): FormRow => ({
      cells: [
        finding.findingNo,
        [finding.station, finding.village].filter((each) => each !== '').join('\n'),
        finding.description,
        finding.standard,
        finding.responsible.map(({ name }) => comparableName(name)).join(say('and')),
        [listedDay(finding.rectifiedOn, sheet.to, words), finding.checkedBy].join('\n'),
        ...['', '', '', '', ''],
      ].map((text) => place(text)),
      lines: 2,
    }),
  );
  const days = { from: dayText(sheet.from, words), to: dayText(sheet.to, words) };
  return [
    { kind: 'page', wide: true, form: true },
    {
      kind: 'header',
      left: say('number', { draw: sheet.draw }),
      right: say('count', { count: sheet.findings.length }),
      continued: say('continued', { draw: sheet.draw }),
    },
    { kind: 'title', text: say('title') },
    paragraph(
      say('drawn', {
        ...days,
        share: shareText(sheet.share),
        group: words.term(`column.${sheet.groupBy}`),
        by: sheet.by,
      }),
    ),
    { kind: 'form', widths: [8, 10, 19, 14, 8, 12, 10, 9, 9, 9, 9], rows: [head, ...rows] },
    paragraph(say('rules')),
    paragraph(say('digest', { digest: sheet.digest })),
  ];
}
