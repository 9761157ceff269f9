// The record of a visit to a station (督查记录表, CLERK.md, "Forms"): what is to be checked is listed, the rest is blank.
import type { Day } from '../../domain/days/day.ts';
import type { ToCheck } from '../../domain/findings/check-sheet.ts';
import { checkResults } from '../../domain/findings/finding.ts';
import { withoutPersonalNumbers } from '../../domain/texts/personal-numbers.ts';
import { comparableName } from '../../domain/texts/text.ts';
import type { Words } from '../../i18n/words.ts';
import { type Block, type Document, type FormRow, paragraph } from '../document.ts';
import { orBlank } from '../wording.ts';
import { dayText, field, label, place, signed } from './form-parts.ts';

export interface Visit {
  /** Null when the ledger cannot say. */
  readonly round: number | null;
  readonly station: string;
  /** The day by which something is to be checked. */
  readonly until: Day;
  readonly findings: readonly ToCheck[];
}

const NEW_FINDINGS = 4;

/** The form for one station, on a page that lies on its side. */
export function visitForm(visit: Visit, words: Words): Document {
  const { round, station, until, findings } = withoutPersonalNumbers(visit);
  const say = (key: string, values = {}): string => words.text({ key: `visit.${key}`, values });
  const headRow = (...keys: readonly string[]): FormRow => ({
    cells: keys.map((key) => label(say(key))),
    head: true,
  });
  const results = checkResults.map((each) => `□ ${words.term(`result.${each}`)}`).join('\n');
  const listed = findings.map(
    (finding, at): FormRow => ({
      cells: [
        ...[String(at + 1), finding.findingNo, finding.description, finding.standard],
        ...[
          finding.responsible.map((each) => comparableName(each.name)).join(say('and')),
          dayText(finding.deadline, words),
        ],
        ...['', results],
      ].map((text) => place(text)),
      lines: 3,
    }),
  );
  const found = Array.from(
    { length: NEW_FINDINGS },
    (_, at): FormRow => ({
      cells: [String(at + 1), '', '', '', '', ''].map((text) => place(text)),
      lines: 2,
    }),
  );
  const roundText = orBlank(round === null ? '' : String(round), words);
  const checks: Block[] =
    findings.length === 0
      ? [paragraph(say('nothing', { station, until: dayText(until, words) }))]
      : [
          {
            kind: 'form',
            widths: [4, 8, 19, 16, 9, 13, 18, 11],
            rows: [
              headRow('line', 'number', 'finding', 'target', 'responsible', 'due', 'facts', 'verdict'),
              ...listed,
            ],
          },
        ];
  return [
    { kind: 'page', wide: true, form: true },
    {
      kind: 'header',
      left: say('round', { round: roundText }),
      right: say('sheet'),
      continued: say('continued', { station }),
    },
    { kind: 'title', text: say('title') },
    {
      kind: 'form',
      widths: [5, 9, 5, 9, 5, 9],
      rows: [
        {
          cells: [
            ...[label(say('time')), place(say('time_blank')), label(say('place')), place('')],
            ...[label(say('unit')), place(station)],
          ],
        },
        {
          cells: [label(say('team')), place('', 1), label(say('method')), place(say('methods'), 3)],
        },
      ],
    },
    ...checks,
    {
      kind: 'form',
      widths: [2, 14, 6, 12, 6, 6],
      rows: [headRow('line', 'new_finding', 'new_responsible', 'requirement', 'new_due', 'photos'), ...found],
    },
    {
      kind: 'form',
      widths: [6, 36],
      rows: [
        field(say('statement'), '', 1, { lines: 2 }),
        signed(say('team_sign'), say('sign'), 1, 1),
        signed(say('unit_sign'), say('sign'), 1, 2, say('refusal')),
      ],
    },
  ];
}
