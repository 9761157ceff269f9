// finding: findings and what happens to them.
import { statuses } from '../../domain/findings/finding.ts';
import { findFindings, showFinding } from '../../jobs/find/find-findings.ts';
import { findingCard, findingEntry } from '../../report/lists/cards.ts';
import { findingColumns, listOf } from '../../report/lists/lists.ts';
import { record } from '../answers/record.ts';
import { sayDerivedStations, sayRecorded } from '../answers/said.ts';
import { printCards } from '../answers/show.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreIfGiven, withCadres } from '../options/cadres-given.ts';
import { columnOptions, columnValues } from '../options/columns.ts';
import { findingFilter } from '../options/finding-filter.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'finding list',
    traits: ['list'],
    options: [
      { flags: '--status <status>', choices: statuses, terms: 'status' },
      { flags: '--outstanding' },
      { flags: '--overdue [day]' },
      { flags: '--due-by <day>' },
      { flags: '--without-deadline' },
      { flags: '--cadre <no>' },
      ...['source', 'area', 'village', 'station'].map((name) => ({ flags: `--${name} <name>` })),
      { flags: '--on <day>', help: 'as_of' },
    ],
    async run(session, input) {
      const found = await session.reading((db) => [
        ...findFindings(db, findingFilter(input, cadreIfGiven(session, db, input.text('cadre')))),
      ]);
      const title = { key: 'title.finding_list', values: { count: found.length } };
      const entries = found.map((each) => findingEntry(each, session.nameStyle, session.words.term));
      const code = await session.print(listOf('finding list', findingColumns, entries, { title }));
      if (input.text('station') !== undefined) sayDerivedStations(session, found);
      return code;
    },
  },
  {
    name: 'finding show',
    arguments: '<finding_no...>',
    traits: ['list'],
    async run(session, input) {
      const shown = await session.reading((db) => input.numbers(0).map((no) => showFinding(db, no)));
      const word = session.nameStyle === 'names' ? session.words.term : null;
      return printCards(
        session,
        shown.map((each) => findingCard(each, word)),
      );
    },
  },
  {
    name: 'finding add',
    arguments: '<finding_no>',
    traits: ['write'],
    options: columnOptions('findings', ['finding_no']),
    run: (session, input) =>
      record(session, 'finding add', 'findings', [
        { ...columnValues('findings', input), finding_no: input.argument(0) },
      ]),
  },
  {
    name: 'finding amend',
    arguments: '<finding_no>',
    traits: ['write'],
    options: [
      ...columnOptions('findings', ['finding_no', 'reason', 'cadre_no'], 'none'),
      { flags: '--cause <value>', help: 'column_reason' },
      { flags: '--reason <text>', required: true },
    ],
    async run(session, input) {
      const { reason: _, ...columns } = columnValues('findings', input);
      const cause = input.text('cause');
      const changes = cause === undefined ? columns : { ...columns, reason: cause };
      const reason = input.requiredText('reason');
      const { amendFinding } = await import('../../jobs/record/amend.ts');
      return sayRecorded(
        session,
        await session.writing((ledger, acting) => {
          const [meant = changes] = withCadres(session, ledger.connection, 'findings', [changes]);
          return amendFinding(ledger, acting, input.argument(0), meant, reason);
        }),
      );
    },
  },
];
