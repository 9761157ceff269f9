// finding: findings and what happens to them.
import {
  checkResults,
  grounds,
  progressWords,
  rulings,
  type Status,
  statuses,
} from '../../domain/finding.ts';
import type { RecordKind } from '../../domain/records.ts';
import { amendFinding } from '../../jobs/amend.ts';
import { type FindingFilter, findFindings, showFinding } from '../../jobs/find-findings.ts';
import type { Values } from '../../jobs/record-one.ts';
import { ruleObjection } from '../../jobs/rule.ts';
import { findingCard, findingEntry } from '../../report/cards.ts';
import { findingColumns, listOf } from '../../report/lists.ts';
import { columnOptions, columnValues } from '../columns.ts';
import type { Input } from '../input.ts';
import type { Leaf, OptionSpec } from '../leaf.ts';
import { namingOptions, record } from '../record.ts';
import { sayRecorded } from '../said.ts';
import type { Session } from '../session.ts';
import { printCard } from '../show.ts';

const ON: OptionSpec = { flags: '--on <day>', required: true };
const BY: OptionSpec = { flags: '--by <who>', required: true };
const NOTE: OptionSpec = { flags: '--note <text>' };
const REASON: OptionSpec = { flags: '--reason <text>' };

export const leaves: readonly Leaf[] = [
  {
    name: 'finding list',
    traits: ['list'],
    options: [
      { flags: '--status <status>', choices: statuses },
      { flags: '--outstanding' },
      { flags: '--overdue <day>' },
      { flags: '--due-by <day>' },
      { flags: '--without-deadline' },
      { flags: '--cadre <no>' },
      ...['source', 'area', 'village', 'station'].map((name) => ({ flags: `--${name} <name>` })),
      { flags: '--on <day>', help: 'as_of' },
    ],
    async run(session, input) {
      const forPeople = session.format() === 'table';
      const found = await session.reading((db) => [...findFindings(db, filterOf(input))]);
      const title = { key: 'title.finding_list', values: { count: found.length } };
      return session.print(
        listOf(
          'finding list',
          findingColumns,
          found.map((each) => findingEntry(each, forPeople)),
          { title },
        ),
      );
    },
  },
  {
    name: 'finding show',
    arguments: '<finding_no>',
    traits: ['list'],
    async run(session, input) {
      const shown = await session.reading((db) => showFinding(db, input.argument(0)));
      return printCard(session, findingCard({ ...shown, row: { ...shown.row } }, session.words.term));
    },
  },
  {
    name: 'finding add',
    arguments: '<finding_no>',
    traits: ['write'],
    options: columnOptions('findings', ['finding_no']),
    run: (session, input) =>
      one(session, 'finding add', 'findings', {
        ...columnValues('findings', input),
        finding_no: input.argument(0),
      }),
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
      return sayRecorded(
        session,
        await session.writing((ledger, acting) =>
          amendFinding(ledger, acting, input.argument(0), changes, reason),
        ),
      );
    },
  },
  {
    name: 'finding report',
    arguments: '<finding_no>',
    traits: ['write'],
    options: [
      { flags: '--progress <word>', choices: progressWords },
      ON,
      { flags: '--by <who>' },
      { flags: '--evidence <text>' },
      NOTE,
    ],
    run: (session, input) =>
      one(session, 'finding report', 'reports', {
        ...{
          finding_no: input.argument(0),
          reported_on: input.requiredDay('on'),
          reported_by: input.text('by'),
        },
        ...{
          progress: input.text('progress') ?? 'done',
          evidence: input.text('evidence'),
          note: input.text('note'),
        },
      }),
  },
  {
    name: 'finding check',
    arguments: '<finding_no...>',
    traits: ['write'],
    options: [
      { flags: '--result <word>', choices: checkResults, required: true },
      ...[
        ON,
        BY,
        { flags: '--method <text>' },
        { flags: '--approved-by <who>', help: 'check_approved_by' },
        { flags: '--approved-on <day>' },
        NOTE,
      ],
    ],
    run: (session, input) =>
      record(
        session,
        'finding check',
        'checks',
        input.numbers(0).map((number) => ({
          ...{ finding_no: number, result: input.text('result'), checked_on: input.requiredDay('on') },
          ...{ checked_by: input.requiredText('by'), method: input.text('method'), note: input.text('note') },
          ...{ approved_by: input.text('approvedBy'), approved_on: input.day('approvedOn') },
        })),
      ),
  },
  {
    name: 'finding extend',
    arguments: '<finding_no>',
    traits: ['write'],
    options: [{ flags: '--to <day>', help: 'extend_to', required: true }, ON, BY, REASON, NOTE],
    run: (session, input) =>
      one(session, 'finding extend', 'extensions', {
        ...{ finding_no: input.argument(0), new_due_on: input.requiredDay('to') },
        ...{
          granted_on: input.requiredDay('on'),
          granted_by: input.requiredText('by'),
          reason: reasonOf(input),
        },
      }),
  },
  {
    name: 'finding object',
    arguments: '<finding_no>',
    traits: ['write'],
    options: [
      { flags: '--cadre <no>', required: true },
      { flags: '--ground <word>', choices: grounds },
      { flags: '--reason <text>', required: true },
      ON,
      { flags: '--by <who>' },
      NOTE,
    ],
    run: (session, input) =>
      one(session, 'finding object', 'objections', {
        ...{
          finding_no: input.argument(0),
          cadre_no: input.requiredText('cadre'),
          raised_on: input.requiredDay('on'),
        },
        ...{ ground: input.text('ground') ?? 'other', reason: input.requiredText('reason') },
      }),
  },
  {
    name: 'finding rule',
    arguments: '<finding_no>',
    traits: ['write'],
    options: [
      { flags: '--cadre <no>', required: true },
      { flags: '--ruling <word>', choices: rulings, required: true },
      ...[ON, BY, { flags: '--raised-on <day>' }, NOTE],
    ],
    async run(session, input) {
      const request = {
        ...{
          findingNo: input.argument(0),
          cadreNo: input.requiredText('cadre'),
          on: input.requiredDay('on'),
        },
        ...{
          ruling: rulings.find((each) => each === input.text('ruling')) ?? 'dismissed',
          by: input.requiredText('by'),
        },
        raisedOn: input.day('raisedOn') ?? null,
      };
      const came = await namingOptions('objections', () =>
        session.writing((ledger, acting) => ruleObjection(ledger, acting, request)),
      );
      return sayRecorded(session, came);
    },
  },
  {
    name: 'finding reassign',
    arguments: '<finding_no>',
    traits: ['write'],
    options: [
      { flags: '--from <no>', help: 'reassign_from', required: true },
      { flags: '--to <no>', help: 'reassign_to', required: true },
      ...[ON, BY, { flags: '--new-due-on <day>' }, REASON, NOTE],
    ],
    run: (session, input) =>
      one(session, 'finding reassign', 'reassignments', {
        ...{
          finding_no: input.argument(0),
          from_no: input.requiredText('from'),
          to_no: input.requiredText('to'),
        },
        ...{ on: input.requiredDay('on'), by: input.requiredText('by'), reason: reasonOf(input) },
        new_due_on: input.day('newDueOn'),
      }),
  },
];

function filterOf(input: Input): FindingFilter {
  return {
    ...{ on: input.day('on') ?? null, status: (input.text('status') as Status | undefined) ?? null },
    ...{
      outstanding: input.flag('outstanding') === true,
      withoutDeadline: input.flag('withoutDeadline') === true,
    },
    ...{ source: input.text('source') ?? null, area: input.text('area') ?? null },
    ...{ village: input.text('village') ?? null, station: input.text('station') ?? null },
    ...{
      cadreNo: input.text('cadre') ?? null,
      overdueOn: input.day('overdue') ?? null,
      dueBy: input.day('dueBy') ?? null,
    },
  };
}

function reasonOf(input: Input): string | undefined {
  return input.text('reason') ?? input.text('note');
}

function one(session: Session, command: string, kind: RecordKind, values: Values): Promise<number> {
  return record(session, command, kind, [values]);
}
