// recheck: findings that were rectified are looked at again; the draw, the sheet, the results.
import {
  type DrawGrouping,
  drawGroupings,
  readShare,
  recheckResults,
} from '../../domain/findings/recheck.ts';
import { Failure, problem } from '../../domain/problem.ts';
import type { Committed } from '../../jobs/committed.ts';
import { type Drawn, draw } from '../../jobs/rechecks/draw.ts';
import { findRechecks, recheckGroups } from '../../jobs/rechecks/find-rechecks.ts';
import { recheckSheet } from '../../jobs/rechecks/recheck-sheet.ts';
import { recheckForm, recheckSheetReport } from '../../report/forms/recheck-sheet.ts';
import { recheckGroupsReport, rechecksReport } from '../../report/lists/rechecks.ts';
import { answer } from '../answers/answer.ts';
import { documentFormat, LIST_OR_DOCUMENT, printDocument } from '../answers/documents.ts';
import { record } from '../answers/record.ts';
import { sayDerivedStations } from '../answers/said.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';
import type { Input } from '../options/input.ts';
import type { Session } from '../session.ts';

const GROUP_BY = { choices: drawGroupings, terms: 'column' } as const;
const OUTPUT: OptionSpec = { flags: '-o, --output <file>' };

export const leaves: readonly CommandSpec[] = [
  {
    name: 'recheck draw',
    traits: ['write'],
    options: [
      { flags: '--share <percent>', help: 'draw_share', required: true },
      { flags: '--from <day>', help: 'draw_from', required: true },
      { flags: '--to <day>', help: 'draw_to', required: true },
      { flags: '--group-by <group>', help: 'draw_by', ...GROUP_BY },
      { flags: '--by <who>', required: true },
      LIST_OR_DOCUMENT,
      OUTPUT,
    ],
    async run(session, input) {
      const request = {
        from: input.requiredDay('from'),
        to: input.requiredDay('to'),
        share: shareGiven(input),
        groupBy: groupGiven(input) ?? 'station',
        by: input.requiredText('by'),
      };
      const { from, to } = request;
      if (to < from) throw new Failure('usage', [problem('usage_draw_span', { from, to })]);
      const isSheet = input.text('output') !== undefined;
      // An ending that no format has is refused before anything is drawn.
      if (isSheet && documentFormat(input) === undefined) session.format();
      const came = await session.writing((ledger, acting) => draw(ledger, acting, request));
      if (came.outcome === 'written' && isSheet) await printSheet(session, input, came.value.draw, true);
      return sayDrawn(session, came, isSheet);
    },
  },
  {
    name: 'recheck sheet',
    traits: ['list'],
    options: [{ flags: '--draw <n>', help: 'draw_of' }, { flags: '--station <name>' }, LIST_OR_DOCUMENT],
    run: (session, input) => printSheet(session, input, input.whole('draw') ?? null, false),
  },
  {
    name: 'recheck add',
    arguments: '<finding_no>',
    traits: ['write'],
    options: [
      {
        flags: '--result <word>',
        help: 'recheck_result',
        choices: recheckResults,
        terms: 'recheck_result',
        required: true,
      },
      { flags: '--on <day>', required: true },
      { flags: '--by <who>', required: true },
      { flags: '--new-no <no>', help: 'recheck_new' },
      { flags: '--note <text>' },
    ],
    run: (session, input) =>
      record(session, 'recheck add', 'rechecks', [
        {
          finding_no: input.argument(0),
          rechecked_on: input.requiredDay('on'),
          rechecked_by: input.requiredText('by'),
          recheck_result: input.text('result'),
          new_no: input.text('newNo'),
          note: input.text('note'),
        },
      ]),
  },
  {
    name: 'recheck list',
    traits: ['list'],
    options: [
      { flags: '--group-by <group>', help: 'recheck_by', ...GROUP_BY },
      ...['station', 'source', 'area'].map((name) => ({ flags: `--${name} <name>` })),
      { flags: '--from <day>' },
      { flags: '--to <day>' },
      {
        flags: '--result <word>',
        help: 'recheck_result',
        choices: recheckResults,
        terms: 'recheck_result',
      },
      { flags: '--draw <n>', help: 'draw_in' },
      { flags: '--due', help: 'recheck_due' },
    ],
    async run(session, input) {
      const filter = {
        from: input.day('from') ?? null,
        to: input.day('to') ?? null,
        station: input.text('station') ?? null,
        source: input.text('source') ?? null,
        area: input.text('area') ?? null,
        result: recheckResults.find((each) => each === input.text('result')) ?? null,
        draw: input.whole('draw') ?? null,
        due: input.flag('due') === true,
      };
      const listed = await session.reading((db) => findRechecks(db, filter));
      const groupBy = groupGiven(input);
      if (groupBy !== undefined)
        return session.print(recheckGroupsReport(groupBy, recheckGroups(listed, groupBy)));
      const groups = { station: recheckGroups(listed, 'station'), source: recheckGroups(listed, 'source') };
      const code = await session.print(rechecksReport(listed, groups));
      if (filter.station !== null) sayDerivedStations(session, listed);
      return code;
    },
  },
];

function groupGiven(input: Input): DrawGrouping | undefined {
  return drawGroupings.find((each) => each === input.text('groupBy'));
}

function shareGiven(input: Input): number {
  const text = input.requiredText('share');
  const share = readShare(text);
  if (share === undefined) throw new Failure('usage', [problem('usage_share', { share: text })]);
  return share;
}

/** Writes a draw's sheet: a document where one is asked for, else a list. */
async function printSheet(
  session: Session,
  input: Input,
  number: number | null,
  asDrawn: boolean,
): Promise<number> {
  const station = asDrawn ? null : (input.text('station') ?? null);
  const sheet = await session.reading((db) => recheckSheet(db, { draw: number, station, asDrawn }));
  const format = documentFormat(input);
  if (format !== undefined)
    return printDocument(session, recheckForm(sheet, await session.documentWords()), format);
  const word = session.nameStyle === 'machines' ? null : session.words.term;
  const code = await session.print(recheckSheetReport(sheet, word));
  if (!asDrawn) session.tell({ key: 'said.recheck_sheet', values: { count: sheet.findings.length } });
  return code;
}

/** The numbers drawn are the answer, unless the sheet is; from how many they were drawn is the talk. */
function sayDrawn(session: Session, came: Committed<Drawn>, isSheet: boolean): Promise<number> {
  return answer(session, came, {
    tell({ draw: number, round, digest, groups, facts }) {
      const drawn = groups.reduce((before, each) => before + each.drawn.length, 0);
      const findings = groups.reduce((before, each) => before + each.findings, 0);
      const said = { draw: number, drawn, findings, fact: facts.join(' ') };
      session.tell({ key: 'said.drawn', values: said });
      for (const each of groups)
        session.tell({
          key: 'said.drawn_of',
          values: {
            group: each.group || '—',
            drawn: each.drawn.length,
            findings: each.findings,
            before: each.drawnBefore,
          },
        });
      session.tell(
        round === null
          ? { key: 'said.drawn_without_round' }
          : { key: 'said.drawn_digest', values: { round, digest } },
      );
    },
    ...(!isSheet && { lines: ({ groups }) => groups.flatMap((each) => each.drawn) }),
  });
}
