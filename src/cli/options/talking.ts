// A talk on the command line: `measure talk`, and `cadre talk` as it was called before.
import { receipts } from '../../domain/measure.ts';
import { record } from '../answers/record.ts';
import type { CommandSpec } from '../command-spec.ts';
import { columnOptions, columnValues } from './columns.ts';

/** The option of a receipt. */
export const RECEIPT = { flags: '--receipt <word>', choices: receipts, terms: 'receipt' } as const;

/** The command that records a talk, by its name. */
export function talkCommand(name: 'cadre talk' | 'measure talk'): CommandSpec {
  return {
    name,
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [
      ...columnOptions('talks', ['cadre_no', 'talked_on', 'talker', 'receipt']),
      RECEIPT,
      { flags: '--on <day>', required: true },
      { flags: '--by <who>', required: true },
    ],
    run: (session, input) =>
      record(session, name, 'talks', [
        {
          ...columnValues('talks', input),
          cadre_no: input.argument(0),
          talked_on: input.requiredDay('on'),
          talker: input.requiredText('by'),
        },
      ]),
  };
}
