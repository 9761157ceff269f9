// The options that fill in what the ledger does not know of a notice.
import type { NoticeGiven } from '../../domain/notice-issue.ts';
import { normalNumber } from '../../jobs/notice/notice-issue.ts';
import type { OptionSpec } from '../command-spec.ts';
import type { Input } from './input.ts';

export const givenOptions: readonly OptionSpec[] = [
  { flags: '--number <number>', help: 'notice_number' },
  { flags: '--date <day>', help: 'notice_date' },
  { flags: '--to <whom>', help: 'notice_to' },
  { flags: '--cc <whom>', help: 'notice_cc' },
  { flags: '--sign <office>', help: 'notice_sign' },
  { flags: '--printed-by <office>', help: 'notice_printed_by' },
  { flags: '--copies <n>' },
  { flags: '--contact <name>' },
  { flags: '--phone <number>' },
  { flags: '--talker <who>', help: 'notice_talker' },
  { flags: '--objection-days <n>' },
  { flags: '--objection-office <office>' },
];

/** What the options give. @throws Failure `usage` or `refused`: a day or a number that is none */
export function givenOf(input: Input): NoticeGiven {
  const text = (name: string): string => (input.text(name) ?? '').trim();
  const count = (name: string): string => String(input.whole(name) ?? '');
  const number = text('number');
  return {
    number: number === '' ? '' : normalNumber(number),
    issuedOn: input.day('date') ?? null,
    sentTo: text('to'),
    copiedTo: text('cc'),
    printedBy: text('printedBy'),
    signed: text('sign'),
    copies: count('copies'),
    contact: text('contact'),
    phone: text('phone'),
    talker: text('talker'),
    objectionDays: count('objectionDays'),
    objectionOffice: text('objectionOffice'),
  };
}

/** Whether anything was given at all. */
export function isGiven(given: NoticeGiven): boolean {
  return Object.values(given).some((each) => each !== '' && each !== null);
}
