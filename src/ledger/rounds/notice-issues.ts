// Notices that were issued: what was given with each, and the hash of the file.
import type { Day } from '../../domain/days/day.ts';
import type { NoticeScope } from '../../domain/notice.ts';
import type { NoticeGiven } from '../../domain/notice-issue.ts';
import type { ReadDb } from '../database.ts';
import { type FactRow, View } from '../facts/view.ts';
import type { WriteDb } from '../writing/journal.ts';

interface IssueRow extends FactRow {
  readonly round_no: number;
  readonly scope: NoticeScope;
  readonly format: string;
  readonly lang: string;
  readonly notice_no: string;
  readonly issued_on: Day;
  readonly sent_to: string;
  readonly signed: string;
  readonly copies: string;
  readonly contact: string;
  readonly phone: string;
  readonly talker: string;
  readonly objection_days: string;
  readonly objection_office: string;
  readonly facts_seq: number;
  readonly sha256: string;
  readonly copied_to: string | null;
  readonly printed_by: string | null;
}

const ISSUES = `SELECT t.*, i.copied_to, i.printed_by FROM notice_issues t
  LEFT JOIN notice_imprints i ON i.issue_id = t.id`;

/** A notice of a round in a scope, as it was issued. */
export interface NoticeIssue {
  readonly id: number;
  readonly round: number;
  readonly scope: NoticeScope;
  readonly format: string;
  readonly lang: string;
  readonly given: NoticeGiven & { readonly issuedOn: Day };
  /** The journal entry up to which its facts are included: later facts belong to a later notice. */
  readonly factsSeq: number;
  readonly sha256: string;
}

/** The live issue of a round's notice in a scope, or undefined. */
export function noticeIssue(db: ReadDb, round: number, scope: NoticeScope): NoticeIssue | undefined {
  const view = new View(db);
  const row = db
    .all<IssueRow>(`${ISSUES} WHERE t.round_no = ? AND t.scope = ? ORDER BY t.id`, round, scope)
    .find((each) => view.isLive('notice_issues', each));
  return row === undefined ? undefined : toIssue(row);
}

/** The issue, live or reversed, whose file has a hash; or undefined. */
export function issuedFile(db: ReadDb, sha256: string): NoticeIssue | undefined {
  const row = db.get<IssueRow>(`${ISSUES} WHERE t.sha256 = ? ORDER BY t.id DESC`, sha256);
  return row === undefined ? undefined : toIssue(row);
}

function toIssue(row: IssueRow): NoticeIssue {
  return {
    id: row.id,
    round: row.round_no,
    scope: row.scope,
    format: row.format,
    lang: row.lang,
    given: {
      number: row.notice_no,
      issuedOn: row.issued_on,
      sentTo: row.sent_to,
      copiedTo: row.copied_to ?? '',
      printedBy: row.printed_by ?? '',
      signed: row.signed,
      copies: row.copies,
      contact: row.contact,
      phone: row.phone,
      talker: row.talker,
      objectionDays: row.objection_days,
      objectionOffice: row.objection_office,
    },
    factsSeq: row.facts_seq,
    sha256: row.sha256,
  };
}

/** Keeps an issue; there must be no live one of the round and scope. Returns the row's id. */
export function addNoticeIssue(db: WriteDb, issue: Omit<NoticeIssue, 'id'>): number {
  const { given } = issue;
  const id = db.insert('notice_issues', {
    round_no: issue.round,
    scope: issue.scope,
    format: issue.format,
    lang: issue.lang,
    notice_no: given.number,
    issued_on: given.issuedOn,
    sent_to: given.sentTo,
    signed: given.signed,
    copies: given.copies,
    contact: given.contact,
    phone: given.phone,
    talker: given.talker,
    objection_days: given.objectionDays,
    objection_office: given.objectionOffice,
    facts_seq: issue.factsSeq,
    sha256: issue.sha256,
  });
  if (given.copiedTo !== '' || given.printedBy !== '')
    db.insertPart('notice_imprints', {
      issue_id: id,
      copied_to: given.copiedTo,
      printed_by: given.printedBy,
    });
  return id;
}
