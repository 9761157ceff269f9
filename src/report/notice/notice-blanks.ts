// What was given with a notice, in the words of its text.
import { type NoticeGiven, noticeNumber } from '../../domain/notice-issue.ts';
import type { Words } from '../../i18n/words.ts';
import { longDay } from '../wording.ts';
import type { NoticeBlanks } from './notice-parts.ts';

/** Blanks filled with what was given; what was not stays blank. */
export function blanksOf(given: NoticeGiven, words: Words): NoticeBlanks {
  const { issuedOn } = given;
  const texts = {
    talker: given.talker,
    objectionDays: given.objectionDays,
    objectionOffice: given.objectionOffice,
    issuer: given.signed,
    contact: given.contact,
    phone: given.phone,
    sentTo: given.sentTo,
    copiedTo: given.copiedTo,
    printedBy: given.printedBy,
    copies: given.copies,
    issuedOn: issuedOn === null ? '' : longDay(issuedOn, words),
  };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    ...noticeNumber(given.number),
  };
}
