// What happens to findings: reports, checks, extensions, objections, rulings, reassignments.
import { checkResults, grounds, progressWords, rulings } from '../../domain/findings/finding.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import type { Values } from '../../jobs/record/record-one.ts';
import { namingOptions, record } from '../answers/record.ts';
import { sayRecorded } from '../answers/said.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';
import { cadreGiven } from '../options/cadres-given.ts';
import type { Input } from '../options/input.ts';
import { reassign, reassignOptions } from '../options/reassigning.ts';
import type { Session } from '../session.ts';

const ON: OptionSpec = { flags: '--on <day>', required: true };
const BY: OptionSpec = { flags: '--by <who>', required: true };
const NOTE: OptionSpec = { flags: '--note <text>' };
const REASON: OptionSpec = { flags: '--reason <text>' };

export const leaves: readonly CommandSpec[] = [
  {
    name: 'finding report',
    arguments: '<finding_no>',
    traits: ['write'],
    options: [
      { flags: '--progress <word>', choices: progressWords, terms: 'progress' },
      ON,
      { flags: '--by <who>' },
      { flags: '--evidence <text>' },
      NOTE,
    ],
    run: (session, input) =>
      one(session, 'finding report', 'reports', {
        finding_no: input.argument(0),
        reported_on: input.requiredDay('on'),
        reported_by: input.text('by'),
        progress: input.text('progress') ?? 'done',
        evidence: input.text('evidence'),
        note: input.text('note'),
      }),
  },
  {
    name: 'finding check',
    arguments: '<finding_no...>',
    traits: ['write'],
    options: [
      { flags: '--result <word>', choices: checkResults, terms: 'result', required: true },
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
          finding_no: number,
          result: input.text('result'),
          checked_on: input.requiredDay('on'),
          checked_by: input.requiredText('by'),
          method: input.text('method'),
          note: input.text('note'),
          approved_by: input.text('approvedBy'),
          approved_on: input.day('approvedOn'),
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
        finding_no: input.argument(0),
        new_due_on: input.requiredDay('to'),
        granted_on: input.requiredDay('on'),
        granted_by: input.requiredText('by'),
        reason: reasonOf(input),
      }),
  },
  {
    name: 'finding object',
    arguments: '<finding_no>',
    traits: ['write'],
    options: [
      { flags: '--cadre <no>', required: true },
      { flags: '--ground <word>', choices: grounds, terms: 'ground' },
      { flags: '--reason <text>', required: true },
      ON,
      { flags: '--by <who>' },
      NOTE,
    ],
    run: (session, input) => {
      const by = input.text('by');
      const note = together(by, input.text('note'));
      const values = {
        finding_no: input.argument(0),
        cadre_no: input.requiredText('cadre'),
        raised_on: input.requiredDay('on'),
        ground: input.text('ground') ?? 'other',
        reason: input.requiredText('reason'),
      };
      return record(
        session,
        'finding object',
        'objections',
        [values],
        note === undefined ? {} : { note },
        by,
      );
    },
  },
  {
    name: 'finding rule',
    arguments: '<finding_no>',
    traits: ['write'],
    options: [
      { flags: '--cadre <no>', required: true },
      { flags: '--ruling <word>', choices: rulings, terms: 'ruling', required: true },
      ...[ON, BY, { flags: '--raised-on <day>' }],
      { flags: '--ground <word>', choices: grounds, terms: 'ground', help: 'ground_meant' },
      NOTE,
    ],
    async run(session, input) {
      const request = {
        findingNo: input.argument(0),
        on: input.requiredDay('on'),
        ruling: rulings.find((each) => each === input.text('ruling')) ?? 'dismissed',
        by: input.requiredText('by'),
        raisedOn: input.day('raisedOn') ?? null,
        ground: grounds.find((each) => each === input.text('ground')) ?? null,
        note: input.text('note'),
      };
      const { ruleObjection } = await import('../../jobs/record/findings/rule.ts');
      const came = await namingOptions('objections', () =>
        session.writing((ledger, acting) => {
          const cadreNo = cadreGiven(session, ledger.connection, input.requiredText('cadre'));
          return ruleObjection(ledger, acting, { cadreNo, ...request });
        }),
      );
      return sayRecorded(session, came);
    },
  },
  {
    name: 'finding reassign',
    arguments: '[finding_no...]',
    traits: ['write'],
    options: reassignOptions,
    run: (session, input) => reassign(session, input, 'finding'),
  },
];

function reasonOf(input: Input): string | undefined {
  return together(input.text('reason'), input.text('note'));
}

/** Both texts, where both are given. */
function together(first: string | undefined, second: string | undefined): string | undefined {
  const given = [first, second].filter((text) => text !== undefined);
  return given.length === 0 ? undefined : given.join('；');
}

function one(session: Session, command: string, kind: RecordKind, values: Values): Promise<number> {
  return record(session, command, kind, [values]);
}
