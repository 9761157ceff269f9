// What is given when a notice is issued, and how its number is written (GB/T 9704-2012, 7.2.5, 发文字号).
import type { Day } from './days/day.ts';
import type { Office } from './office.ts';

/** Said of a notice that is issued. */
export type NoticeCode =
  | 'notice_issued'
  | 'notice_issued_before_cutoff'
  | 'notice_number_form'
  | 'notice_needs_file';

/** What the ledger does not know of a notice: empty where nothing was given. */
export interface NoticeGiven {
  /** The number of the periodical (期), or a document number: then the notice is a red-headed document. */
  readonly number: string;
  readonly issuedOn: Day | null;
  /** 主送: whom it addresses. */
  readonly sentTo: string;
  /** 抄送, in the imprint; `-` leaves it out. */
  readonly copiedTo: string;
  /** 印发机关, in the imprint; who signs when empty. */
  readonly printedBy: string;
  /** Who gives it out; the committee when empty. */
  readonly signed: string;
  readonly copies: string;
  readonly contact: string;
  readonly phone: string;
  /** Who arranges the talks. */
  readonly talker: string;
  /** Working days for an objection, and to whom it goes. */
  readonly objectionDays: string;
  readonly objectionOffice: string;
}

const DOCUMENT_NUMBER = /^(.*\S)\s*[〔[［(（【](\d{4})[〕\]］)）】]\s*([1-9]\d*)\s*号$/u;

/**
 * A number as printed on the notice: 期 of the periodical in digits, or a document number with its year in 〔〕, without
 * leading zeros. Undefined when it is neither.
 */
export function noticeNumber(
  text: string,
): { readonly issue: string } | { readonly documentNumber: string } | undefined {
  const given = text.trim();
  if (/^[1-9]\d*$/u.test(given)) return { issue: given };
  const [, code, year, number] = DOCUMENT_NUMBER.exec(given) ?? [];
  return code === undefined ? undefined : { documentNumber: `${code}〔${year}〕${number}号` };
}

/** What was given, and where nothing was, what the office says of itself. */
export function givenWithOffice(given: NoticeGiven, office: Office): NoticeGiven {
  return {
    ...given,
    sentTo: given.sentTo || office.addressees,
    copiedTo: given.copiedTo || office.copied_to,
    printedBy: given.printedBy || office.printed_by,
    signed: given.signed || office.signed,
    contact: given.contact || office.contact,
    phone: given.phone || office.phone,
    talker: given.talker || office.talker,
    objectionOffice: given.objectionOffice || office.objection_office,
  };
}
