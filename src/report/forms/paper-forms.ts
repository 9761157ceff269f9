// Papers that are forms: the record of a talk, and that of a service.
import { receipts } from '../../domain/measure.ts';
import { comparableName } from '../../domain/texts/text.ts';
import { papersFor, resultOf } from '../../scoring/measures/papers.ts';
import type { Document, FormRow } from '../document.ts';
import { boxes, dayText, field, label, place, signed } from './form-parts.ts';
import { appealText, type PaperParts, reasonTexts, talkerOf, unitAndPost } from './paper-parts.ts';

const REST = 3;
const WIDTHS = [5, 10, 5, 10];

/** 谈话记录表: what is known is filled in, what is said and signed is left blank. */
export function talkRecord(parts: PaperParts): Document {
  const { facts, say, words } = parts;
  const { talked, measure } = facts;
  const kinds = ['measure.reminder_talk', 'measure.admonition_talk'];
  const sign = say('paper.form.sign');
  return form(parts, say('paper.title.talk_record'), [
    pair(...[say('paper.form.person'), person(parts)], ...[say('paper.form.unit'), unitAndPost(parts)]),
    field(say('paper.form.kind'), boxes(kinds, [`measure.${measure}`], words), REST),
    pair(
      say('paper.form.time'),
      dayText(talked?.on, words) || say('visit.time_blank'),
      say('paper.form.place'),
      '',
    ),
    pair(say('paper.form.talker'), talkerOf(parts), say('paper.form.recorder'), talked?.recorder ?? ''),
    field(
      say('paper.form.reason'),
      reasonTexts(parts)
        .map((text) => text.trimEnd())
        .join('\n'),
      REST,
      { lines: 3 },
    ),
    field(say('paper.form.content'), '', REST, { lines: 8 }),
    field(say('paper.form.answer'), '', REST, { lines: 6 }),
    field(say('paper.form.demand'), '', REST, { lines: 3 }),
    signed(say('paper.form.person_sign'), sign, REST, 2, say('paper.form.refusal')),
    signed(say('paper.form.talker_sign'), sign, REST, 2),
    signed(say('paper.form.recorder_sign'), sign, REST, 2),
  ]);
}

/** 送达回证: which papers go to whom; who took them, when and how is left blank until it is recorded. */
export function serviceRecord(parts: PaperParts): Document {
  const { facts, say, words } = parts;
  const { served, round, measure } = facts;
  const sign = say('paper.form.sign');
  const about = say('paper.form.about_text', {
    round: round.number,
    measure: words.term(`measure.${measure}`),
  });
  const receiptBoxes = boxes(
    receipts.map((each) => `receipt.${each}`),
    [`receipt.${served?.receipt ?? ''}`],
    words,
  );
  const servers = served === null ? '' : comparableName(served.by);
  return form(parts, say('paper.title.service_record'), [
    pair(...[say('paper.form.served'), person(parts)], ...[say('paper.form.unit'), unitAndPost(parts)]),
    field(say('paper.form.about'), about, REST),
    field(say('paper.form.documents'), documentsOf(parts), REST, { lines: 2 }),
    pair(
      say('paper.form.served_on'),
      dayText(served?.on, words) || say('visit.time_blank'),
      say('paper.form.served_place'),
      '',
    ),
    field(say('paper.form.receipt'), receiptBoxes, REST),
    field(say('paper.form.rights'), appealText(parts).trimEnd(), REST, { lines: 2 }),
    signed(say('paper.form.served_sign'), sign, REST, 3),
    signed(say('paper.form.witness'), say('paper.form.witness_sign'), REST, 4),
    signed(say('paper.form.server'), sign, REST, 3, servers),
    field(say('paper.form.note'), '', REST, { lines: 3 }),
  ]);
}

function form({ facts, say }: PaperParts, title: string, rows: readonly FormRow[]): Document {
  return [
    { kind: 'page', form: true, restart: true },
    { kind: 'header', left: say('paper.form.round', { round: facts.round.number }), right: '' },
    { kind: 'title', text: title },
    { kind: 'form', widths: WIDTHS, rows },
  ];
}

function pair(left: string, leftText: string, right: string, rightText: string): FormRow {
  return { cells: [label(left), place(leftText), label(right), place(rightText)] };
}

function person({ facts: { cadre }, say }: PaperParts): string {
  return say('paper.form.person_text', { name: comparableName(cadre.name), cadre_no: cadre.cadreNo });
}

/** The titles of the letters that are handed over; a line to write on where there are none. */
function documentsOf({ facts, say }: PaperParts): string {
  const letters = papersFor(facts).flatMap((each) => {
    if (each === 'talk_notice') return [say('paper.title.talk_notice')];
    return each === 'result_notice' ? [say(`paper.title.${resultOf(facts) ?? 'changed'}`)] : [];
  });
  return letters.map((title, at) => say('paper.form.document_line', { number: at + 1, title })).join('\n');
}
