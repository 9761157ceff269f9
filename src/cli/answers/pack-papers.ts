// The papers of a closed round as files: names as an office gives them, and safe on every system; bytes of each.
import { createHash } from 'node:crypto';
import { givenWithOffice, type NoticeGiven } from '../../domain/notice-issue.ts';
import type { Words } from '../../i18n/words.ts';
import type { PackFacts } from '../../jobs/notice/pack.ts';
import { renderDocument } from '../../output/documents/formats.ts';
import { render } from '../../output/formats.ts';
import type { Format, Settings } from '../../output/settings.ts';
import type { Document } from '../../report/document.ts';
import { explainBlanks, explainDocument } from '../../report/explain/explain-document.ts';
import { papersDocument, papersNeeded } from '../../report/forms/measure-papers.ts';
import { orderDocument } from '../../report/forms/order-document.ts';
import { visitForm } from '../../report/forms/visit-form.ts';
import { trainingReport } from '../../report/lists/standings.ts';
import { noticeReport } from '../../report/notice/notice.ts';
import { blanksOf } from '../../report/notice/notice-blanks.ts';
import { noticeDocument } from '../../report/notice/notice-document.ts';
import type { Report } from '../../report/report.ts';

/** One paper of a pack. */
export interface PackFile {
  /** Its path within the folder, with `/` between the parts. */
  readonly path: string;
  /** What it is, for the index. */
  readonly what: string;
  readonly bytes: Buffer;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no system shows them in names
const UNSAFE = /[<>:"/\\|?*\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu;
/** Longer names do not fit into every file system, in UTF-8. */
const LONGEST_NAME = 60;

/** A text as a part of a file's name: without what Windows refuses or a reader could be fooled by. */
function safeName(text: string): string {
  const letters = [...text.normalize('NFC').replace(UNSAFE, '_')].slice(0, LONGEST_NAME);
  const last = letters.findLastIndex((letter) => letter !== '.' && letter !== ' ');
  return letters.slice(0, last + 1).join('') || '_';
}

/**
 * The papers of a round, one after the other: they are rendered as they are taken.
 * @param unsaid what a notice that was not issued says of itself beside what the office does
 */
export async function* packPapers(
  facts: PackFacts,
  unsaid: NoticeGiven,
  words: Words,
): AsyncGenerator<PackFile> {
  const { round, notice, given } = facts;
  const named = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    words.text({ key: `pack.${key}`, values: { round, ...values } });
  const taken = new Set<string>();
  const file = (folder: string, name: string, ending: string, what: string, bytes: Buffer): PackFile => {
    const stem = `${folder === '' ? '' : `${safeName(folder)}/`}${safeName(name)}`;
    let path = `${stem}.${ending}`;
    // Names that differ in what is left out, or in case alone, would be one file.
    for (let again = 2; taken.has(path.toLowerCase()); again += 1) path = `${stem}-${again}.${ending}`;
    taken.add(path.toLowerCase());
    return { path, what, bytes };
  };
  const docx = async (document: Document): Promise<Buffer> =>
    Buffer.from(await renderDocument(document, 'docx', words));
  const title = named('notice');
  const blanks = blanksOf(notice.issue?.given ?? givenWithOffice(unsaid, notice.office), words);
  const document = noticeDocument(notice.facts, words, { blanks });
  yield file('', title, 'docx', named('notice_what'), await docx(document));
  yield file('', title, 'xlsx', named('notice_list_what'), await workbook(noticeReport(notice.facts), words));
  const training = trainingReport(facts.members);
  yield file('', named('training'), 'xlsx', named('training_what'), await workbook(training, words));
  for (const { cadreNo, name, explanation, lastDays } of facts.explanations) {
    const { objectionOffice, signed, township, issuedOn } = given;
    const own = { lastDays, objectionOffice, stateBy: null, signed, township, issuedOn };
    const paper = explainDocument(explanation, words, explainBlanks(own, words));
    const whose = { cadre_no: cadreNo, name };
    yield file(
      named('explanations'),
      named('explanation', whose),
      'docx',
      named('explanation_what', whose),
      await docx(paper),
    );
  }
  const office = {
    signed: given.signed,
    issuedOn: given.issuedOn,
    talker: '',
    objectionOffice: given.objectionOffice,
  };
  for (const paper of papersNeeded(facts.measures, null)) {
    const { cadre } = paper.facts;
    const whose = { paper: words.term(`paper.${paper.kind}`), cadre_no: cadre.cadreNo, name: cadre.name };
    const made = await docx(papersDocument([paper], office, words));
    yield file(named('measures'), named('measure', whose), 'docx', named('measure_what', whose), made);
  }
  for (const visit of facts.visits) {
    const { station } = visit;
    const made = await docx(visitForm(visit, words));
    yield file(named('visits'), named('visit', { station }), 'docx', named('visit_what', { station }), made);
  }
  for (const order of facts.orders) {
    const about = { order_no: order.orderNo, station: order.station };
    const made = await docx(orderDocument(order, words));
    yield file(named('orders'), named('order', about), 'docx', named('order_what', about), made);
  }
}

async function workbook(report: Report, words: Words): Promise<Buffer> {
  return rendered(report, 'xlsx', words);
}

async function rendered(report: Report, format: Format, words: Words): Promise<Buffer> {
  const settings: Settings = {
    words,
    width: undefined,
    colour: false,
    headers: 'words',
    bom: false,
    crlf: false,
    encoding: 'utf-8',
  };
  const parts: Buffer[] = [];
  for await (const chunk of render(report, format, settings)) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

/** The index of a pack: each file and what it is, and the digest that tells of which round it is. */
export async function packIndex(
  files: readonly Pick<PackFile, 'path' | 'what'>[],
  { round, cutoff, digest }: { readonly round: number; readonly cutoff: string; readonly digest: string },
  words: Words,
): Promise<PackFile> {
  const report: Report = {
    name: 'pack',
    title: { key: 'pack.index_title', values: { round, cutoff } },
    columns: [
      { key: 'file', type: 'text' },
      { key: 'what', type: 'text', heading: words.term('pack.column_what') },
    ],
    rows: files.map(({ path, what }) => [path, what]),
    notes: [{ key: 'pack.index_digest', values: { digest } }, { key: 'pack.index_sums' }],
  };
  const bytes = await rendered(report, 'md', words);
  return { path: `${words.term('pack.index')}.md`, what: words.term('pack.index'), bytes };
}

/** The SHA-256 of bytes, as 64 hex digits. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
