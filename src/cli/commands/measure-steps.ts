// The steps after the closing, one command each: talk, service, appeal, answer, follow-up.
import { appealRulings, followUpResults } from '../../domain/measure.ts';
import { namingOptions, record } from '../answers/record.ts';
import { sayRecorded } from '../answers/said.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';
import { cadreGiven } from '../options/cadres-given.ts';
import { RECEIPT, talkCommand } from '../options/talking.ts';

const ROUND: OptionSpec = { flags: '--round <n>', required: true };
const ON: OptionSpec = { flags: '--on <day>', required: true };
const BY: OptionSpec = { flags: '--by <who>', required: true };
const NOTE: OptionSpec = { flags: '--note <text>' };

export const leaves: readonly CommandSpec[] = [
  talkCommand('measure talk'),
  {
    name: 'measure serve',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [ROUND, { ...RECEIPT, required: true }, ON, BY, NOTE],
    run: (session, input) =>
      record(session, 'measure serve', 'services', [
        {
          cadre_no: input.argument(0),
          round: input.requiredText('round'),
          served_on: input.requiredDay('on'),
          served_by: input.requiredText('by'),
          receipt: input.text('receipt'),
          note: input.text('note'),
        },
      ]),
  },
  {
    name: 'measure appeal',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [ROUND, ON, { flags: '--reason <text>', required: true }, NOTE],
    run: (session, input) => {
      const note = input.text('note');
      const values = {
        cadre_no: input.argument(0),
        round: input.requiredText('round'),
        raised_on: input.requiredDay('on'),
        reason: input.requiredText('reason'),
      };
      return record(session, 'measure appeal', 'appeals', [values], note === undefined ? {} : { note });
    },
  },
  {
    name: 'measure answer',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [
      ROUND,
      {
        flags: '--ruling <word>',
        help: 'appeal_ruling',
        choices: appealRulings,
        terms: 'appeal_ruling',
        required: true,
      },
      ...[ON, BY, NOTE],
    ],
    async run(session, input) {
      const request = {
        round: input.whole('round') ?? 0,
        ruling: appealRulings.find((each) => each === input.text('ruling')) ?? 'dismissed',
        on: input.requiredDay('on'),
        by: input.requiredText('by'),
        note: input.text('note'),
      };
      const { answerAppeal } = await import('../../jobs/record/measures/answer-appeal.ts');
      const came = await namingOptions('appeals', () =>
        session.writing((ledger, acting) => {
          const cadreNo = cadreGiven(session, ledger.connection, input.argument(0));
          return answerAppeal(ledger, acting, { cadreNo, ...request });
        }),
      );
      return sayRecorded(session, came);
    },
  },
  {
    name: 'measure follow-up',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [
      ROUND,
      {
        flags: '--result <word>',
        help: 'follow_up',
        choices: followUpResults,
        terms: 'follow_up',
        required: true,
      },
      ...[ON, BY, NOTE],
    ],
    run: (session, input) =>
      record(session, 'measure follow-up', 'followups', [
        {
          cadre_no: input.argument(0),
          round: input.requiredText('round'),
          on: input.requiredDay('on'),
          by: input.requiredText('by'),
          result: input.text('result'),
          note: input.text('note'),
        },
      ]),
  },
];
