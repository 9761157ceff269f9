// Issues the notice of a closed round: keeps what was given with it and the file's hash, so that it comes again to the byte.

import { createHash } from 'node:crypto';
import { type NoticeFacts, type NoticeScope, noticeScopes } from '../../domain/notice.ts';
import { givenWithOffice, type NoticeGiven, noticeNumber } from '../../domain/notice-issue.ts';
import type { Office } from '../../domain/office.ts';
import { type Failure, refusal } from '../../domain/problem.ts';
import type { ReadDb } from '../../ledger/database.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { addNoticeIssue, type NoticeIssue, noticeIssue } from '../../ledger/rounds/notice-issues.ts';
import { closedRound } from '../../ledger/rounds/rounds.ts';
import { answeredBefore } from '../../ledger/writing/answers.ts';
import { type Committed, commit, type Entry, journalHead } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';
import { officeOf, showOffice } from '../care/office.ts';
import { factId } from '../lookups/fact-id.ts';
import { noticeOf } from './notice.ts';

/** A notice as it is to be written. */
export interface NoticeToWrite {
  readonly facts: NoticeFacts;
  /** As it was issued, or null. */
  readonly issue: NoticeIssue | null;
  /** What the office says of itself. */
  readonly office: Office;
  /** The journal entry up to which its facts are included. */
  readonly factsSeq: number;
}

/**
 * The facts of a round's notice; of one that was issued as they were then: later corrections are the next notice's.
 * @param number a closed round; null for the open one, as a draft
 * @throws Failure `refused`: no such round, or none is open
 */
export function noticeToWrite(db: ReadDb, number: number | null, scope: NoticeScope): NoticeToWrite {
  const issue = number === null ? undefined : noticeIssue(db, number, scope);
  const factsSeq = issue?.factsSeq ?? journalHead(db)?.seq ?? 0;
  return {
    facts: noticeOf(db, number, scope, factsSeq),
    issue: issue ?? null,
    office: officeOf(db),
    factsSeq,
  };
}

/** What is asked when a notice is issued. */
export interface IssueRequest {
  readonly round: number;
  readonly scope: NoticeScope;
  readonly format: string;
  readonly lang: string;
  /** As the command gives it, without what the office says of itself. */
  readonly given: NoticeIssue['given'];
}

export interface Issued {
  readonly what: 'added' | 'unchanged';
  readonly facts: readonly string[];
  readonly round: number;
  readonly sha256: string;
  /** The language of the file. */
  readonly lang: string;
  /** The journal entry up to which its facts are included. */
  readonly factsSeq: number;
}

/** The number as it is kept. @throws Failure `refused` when it is neither 期 nor a document number */
export function normalNumber(text: string): string {
  const number = noticeNumber(text);
  if (number === undefined) throw refusal('notice_number_form', { number: text });
  return 'issue' in number ? number.issue : number.documentNumber;
}

/**
 * Refuses to issue a notice otherwise than it was issued before.
 * @throws Failure `refused`: issued with something else, before the cutoff, after today, not of a closed round
 */
function refuseIssue(db: ReadDb, acting: Pick<Acting, 'today'>, request: IssueRequest): void {
  const { round, scope, given } = request;
  const closed = closedRound(db, round);
  if (closed === undefined) throw refusal('round_not_closed', { round });
  const before = noticeIssue(db, round, scope);
  if (before !== undefined && !sameIssue(before, { ...request, given: printedOf(db, request) }))
    throw issuedAlready(before);
  const day = given.issuedOn;
  if (day < closed.cutoff)
    throw refusal('notice_issued_before_cutoff', { day, round, cutoff: closed.cutoff });
  if (acting.today !== null && day > acting.today)
    throw refusal('day_after_today', { day, today: acting.today });
}

/**
 * The facts of a notice that is to be issued; under an idempotency key that was used for it, as it was issued then.
 * @throws Failure `refused`: see `refuseIssue`; the key was used for something else
 */
export function noticeAsked(
  db: ReadDb,
  acting: Acting,
  request: IssueRequest,
): Omit<NoticeToWrite, 'issue' | 'office'> & { readonly lang: string; readonly printed: NoticeGiven } {
  const { round, scope } = request;
  const before = answeredBefore<Issued>(db, entryOfIssue(acting, request));
  if (before?.outcome === 'written') {
    const { factsSeq, lang } = before.value;
    const printed = noticeIssue(db, round, scope)?.given ?? printedOf(db, request);
    return { facts: noticeOf(db, round, scope, factsSeq), factsSeq, lang, printed };
  }
  refuseIssue(db, acting, request);
  const { facts, factsSeq } = noticeToWrite(db, round, scope);
  return { facts, factsSeq, lang: request.lang, printed: printedOf(db, request) };
}

/** What is printed: as given, else as the office says. */
function printedOf(db: ReadDb, { given }: Pick<IssueRequest, 'given'>): IssueRequest['given'] {
  return { ...givenWithOffice(given, officeOf(db)), issuedOn: given.issuedOn };
}

/** The language is not part of a key's content: under it the file comes again as it was. */
function entryOfIssue(acting: Acting, { round, scope, format, given }: IssueRequest): Entry {
  const { copiedTo, printedBy, ...always } = given;
  const more = Object.entries({ copiedTo, printedBy }).filter(([, text]) => text !== '');
  const asked = { round, scope, format, given: { ...always, ...Object.fromEntries(more) } };
  return entryOf(acting, 'notice issue', asked);
}

/** That a notice was issued already, and with which number, when, and how to take it back. */
export function issuedAlready({ id, round, scope, given }: NoticeIssue): Failure {
  return refusal('notice_issued', {
    round,
    number: given.number,
    day: given.issuedOn,
    scope: { term: `scope.${scope}` },
    id: factId('notice_issues', id),
  });
}

function sameIssue(before: NoticeIssue, request: IssueRequest): boolean {
  const { format, lang, given } = before;
  return (
    JSON.stringify([format, lang, Object.entries(given).sort()]) ===
    JSON.stringify([request.format, request.lang, Object.entries(request.given).sort()])
  );
}

/**
 * Keeps a notice as it was written.
 * @param file its bytes
 * @throws Failure `refused`: see `refuseIssue`; or the same has come out otherwise than the file that was issued
 */
export function keepIssue(
  ledger: Ledger,
  acting: Acting,
  request: IssueRequest & { readonly factsSeq: number },
  file: Uint8Array,
): Committed<Issued> {
  const { factsSeq, ...asked } = request;
  return commit<Issued>(ledger, entryOfIssue(acting, asked), (db) => {
    refuseIssue(db, acting, request);
    const sha256 = sha256Of(file);
    const about = { round: request.round, sha256, lang: request.lang };
    const before = noticeIssue(db, request.round, request.scope);
    if (before !== undefined) {
      if (before.sha256 !== sha256) throw issuedAlready(before);
      const facts = [factId('notice_issues', before.id)];
      return { value: { what: 'unchanged', facts, ...about, factsSeq: before.factsSeq }, did: {} };
    }
    const printed = { ...asked, given: printedOf(db, request) };
    const facts = [factId('notice_issues', addNoticeIssue(db, { ...printed, factsSeq, sha256 }))];
    const did = { facts, round: request.round, scope: request.scope, number: request.given.number, sha256 };
    return { value: { what: 'added', facts, ...about, factsSeq }, did };
  });
}

/** SHA-256 of a file, as 64 hex digits. */
export function sha256Of(file: Uint8Array): string {
  return createHash('sha256').update(file).digest('hex');
}

/** What a notice of the round says of the office, in the first scope in which one was issued, else what the office says. */
export function objectionsGiven(
  db: ReadDb,
  round: number | null,
): Pick<NoticeGiven, 'objectionDays' | 'objectionOffice' | 'signed' | 'issuedOn'> & {
  readonly township: string;
} {
  const issues = round === null ? [] : noticeScopes.map((scope) => noticeIssue(db, round, scope));
  const issued = issues.find((issue) => issue !== undefined)?.given;
  const { township, office } = showOffice(db);
  return {
    objectionDays: issued?.objectionDays ?? '',
    objectionOffice: issued?.objectionOffice || office.objection_office,
    signed: issued?.signed || office.signed,
    issuedOn: issued?.issuedOn ?? null,
    township,
  };
}
