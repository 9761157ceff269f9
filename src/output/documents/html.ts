// Writes a document as one HTML page: the same blocks, escaped, for screen and paper, with nothing fetched.
import type { Block, Document, FormRow, Masthead } from '../../report/document.ts';
import { visibleWidth } from '../text/width.ts';
import { pagesOf } from './docx-pages.ts';
import { escaped } from './escaped.ts';
import { FONTS } from './page.ts';
import { INDENT } from './safe.ts';
import { titleLines } from './title-lines.ts';

/** In columns of half a character: a longer name stands at the margin. */
const LONG_ISSUER = 50;

const STYLE = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page wide { size: A4 landscape; margin: 28mm 37mm 26mm 35mm; }
@page form { size: A4; margin: 18mm 18mm 20mm 20mm; }
@page wideform { size: A4 landscape; margin: 18mm 18mm 20mm 20mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 48rem; color: #000; background: #fff;
  font: 16pt/1.75 "${FONTS.body}", FangSong, STFangsong, "Noto Serif CJK SC", serif; }
p { margin: 0; text-align: justify; white-space: pre-wrap; overflow-wrap: anywhere; }
h1, h2, h3 { font-weight: normal; margin: 0; break-after: avoid; }
h1, h2.annex { font-family: "${FONTS.title}", STSong, SimSun, serif; font-size: 22pt; line-height: 1.5; text-align: center; margin: 2rem 0 1rem; }
h2 { font-family: "${FONTS.heading}", SimHei, "Noto Sans CJK SC", sans-serif; font-size: 16pt; padding-left: 2em; }
p.label { font-family: "${FONTS.heading}", SimHei, "Noto Sans CJK SC", sans-serif; break-after: avoid; }
h2.annex { padding-left: 0; }
h3 { font-family: "${FONTS.subheading}", KaiTi, STKaiti, serif; font-size: 16pt; padding-left: 2em; }
p.left { text-align: left; }
p.note { text-align: left; font-size: 12pt; break-after: avoid; }
.ends { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em; }
.ends > span:last-child { margin-left: auto; }
.mark { font-family: "${FONTS.heading}", SimHei, sans-serif; }
.masthead { color: #c00; font: 42pt/1.2 "${FONTS.title}", STSong, SimSun, serif; text-align: center; margin: 1rem 0; }
.masthead.long { font-size: 22pt; line-height: 1.5; }
.number { text-align: center; }
.red { border-bottom: 2pt solid #c00; padding-bottom: .4rem; }
.closing { text-align: right; padding-right: 2em; margin-top: 1.75em; break-before: avoid; break-inside: avoid; }
.closing.long { padding-right: 0; }
.annexes { padding-left: 5em; text-indent: -3em; margin-top: 1.75em; break-after: avoid; }
.annexes + .annexes { text-indent: 0; margin-top: 0; }
.imprint { border: solid #000; border-width: 1pt 0; margin-top: 2rem; font-size: 14pt; padding: .2rem 1em; }
.receipt { border-top: 1pt dashed #000; margin-top: 2rem; padding-top: 1rem; }
.sign { text-align: right; }
section + section { break-before: page; margin-top: 3rem; border-top: 1px solid #999; padding-top: 2rem; }
section.wide { page: wide; }
section.form { page: form; font-size: 12pt; line-height: 1.5; }
section.wide.form { page: wideform; }
section.even { break-before: left; }
section.odd { break-before: right; }
.scroll { overflow-x: auto; margin: .5rem 0 1rem; padding: 0 1px; }
table { border-collapse: collapse; width: 100%; font-size: 12pt; line-height: 1.4; }
th, td { border: 1px solid #000; padding: .25em .4em; text-align: left; vertical-align: middle; }
th { font-family: "${FONTS.heading}", SimHei, sans-serif; font-weight: normal; text-align: center; }
td.number { text-align: center; }
td { white-space: pre-wrap; }
.open { min-height: 1.4em; outline-offset: -1px; }
.wide table { font-size: 9pt; }
.form table { font-size: 10.5pt; }
.form h1 { margin: .5rem 0; }
tr, .few { break-inside: avoid; }
@media print {
  body { padding: 0; max-width: none; }
  section + section { margin-top: 0; border-top: 0; padding-top: 0; }
  .scroll { overflow: visible; }
}
`;

/** The document as one HTML page that ends in a newline. */
export function documentHtml(document: Document, lang: string): string {
  const title = document.find((block) => block.kind === 'title')?.text ?? '';
  const mark = document.find((block) => block.kind === 'header')?.mark ?? '';
  const sections = pagesOf(document).map(({ wide, form: narrow, apart, blocks }) => {
    const kinds = [
      ...(wide ? ['wide'] : []),
      ...(narrow ? ['form'] : []),
      ...(apart === null ? [] : [apart]),
    ].join(' ');
    return `<section${kinds === '' ? '' : ` class="${kinds}"`}>\n${blocks.map(written).join('\n')}\n</section>`;
  });
  return `<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}${mark === '' ? '' : markOf(mark)}</style>
</head>
<body>
<main>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

/** A mark at the head of every page of paper; on the screen the head of the document says the same. */
function markOf(mark: string): string {
  const text = mark.replace(/[\\"<\n]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `);
  return `@page { @top-right { content: "${text}"; font: 16pt "${FONTS.heading}", SimHei, sans-serif; } }\n`;
}

function written(block: Block): string {
  switch (block.kind) {
    case 'header':
      return head(block.left, block.right, block.masthead);
    case 'title':
      return `<h1>${titleLines(block.pieces ?? [block.text])
        .map(escaped)
        .join('<br>')}</h1>`;
    case 'heading':
      return block.annex === undefined
        ? `<h2>${escaped(block.text)}</h2>`
        : `<p class="label">${escaped(block.annex.label)}</p>\n<h2 class="annex">${escaped(block.annex.title)}</h2>`;
    case 'subheading':
      return `<h3>${escaped(block.text)}</h3>`;
    case 'address':
    case 'paragraph':
      return `<p${classOf(block)}>${escaped(block.text)}</p>`;
    case 'annexes':
      return block.items
        .map((item, at) => `<p class="annexes">${escaped(at === 0 ? block.lead + item : item)}</p>`)
        .join('\n');
    case 'closing':
      return `<p class="closing${visibleWidth(block.issuer) > LONG_ISSUER ? ' long' : ''}">${escaped(block.issuer)}<br>${escaped(block.day)}</p>`;
    case 'imprint':
      return imprint(block);
    case 'receipt':
      return `<div class="receipt"><p>${escaped(block.text)}</p><p class="sign">${escaped(block.sign)}</p></div>`;
    case 'table':
      return table(block.columns, block.rows);
    case 'form':
      return form(block.rows, block.widths);
    case 'page':
      return '';
  }
}

/** What is not indented is a list of particulars: it is not spread over the line. */
function classOf(block: Extract<Block, { kind: 'address' | 'paragraph' }>): string {
  if (block.kind === 'paragraph' && block.note === true) return ' class="note"';
  return INDENT.test(block.text) ? '' : ' class="left"';
}

function head(left: string, right: string, masthead: Masthead | undefined): string {
  if (masthead === undefined) return `<div class="mark">${ends(left, right)}</div>`;
  const { name, pieces = [name], number, line } = masthead;
  const lines = titleLines(pieces);
  const long = lines.length > 1 ? ' long' : '';
  const last = line === null ? `<p class="number red">${escaped(number)}</p>` : '';
  const numbered = line === null ? '' : `<p class="number">${escaped(number)}</p>`;
  const foot = line === null ? '' : `<div class="red">${ends(line.issuer, line.day)}</div>`;
  return `<p class="mark">${escaped(left)}</p>\n<p class="masthead${long}">${lines.map(escaped).join('<br>')}</p>\n${numbered}${last}${foot}`;
}

function ends(left: string, right: string): string {
  return `<p class="ends"><span>${escaped(left)}</span><span>${escaped(right)}</span></p>`;
}

function table(
  columns: Extract<Block, { kind: 'table' }>['columns'],
  rows: readonly (readonly string[])[],
): string {
  const header = columns.map(({ heading }) => `<th scope="col">${escaped(heading)}</th>`).join('');
  const cell = (text: string, numeric: boolean): string =>
    `<td${numeric ? ' class="number"' : ''}>${escaped(text)}</td>`;
  const body = rows.map(
    (row) => `<tr>${columns.map(({ numeric }, at) => cell(row[at] ?? '', numeric)).join('')}</tr>`,
  );
  return `<div class="scroll"><table>\n<thead><tr>${header}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
}

/** So few rows are printed on one page: signatures do not stand on a page alone. */
const FEW = 4;

function form(rows: readonly FormRow[], shares: readonly number[]): string {
  const sum = shares.reduce((total, each) => total + each, 0);
  const columns = shares.map((each) => `<col style="width: ${Math.round((each * 1000) / sum) / 10}%">`);
  const header = rows.find(({ head }) => head === true)?.cells.map(({ text }) => text) ?? [];
  const written = rows.map(({ cells, lines = 1, head = false }) => {
    const room = lines > 1 ? ` style="height: ${lines * 1.4}em"` : '';
    let name = '';
    const all = cells.map(({ text, label, span = 1, sign }, at) => {
      const over = span > 1 ? ` colspan="${span}"` : '';
      if (label === true) {
        name = text;
        return `<th scope="${head ? 'col' : 'row'}"${over}>${inLines(text)}</th>`;
      }
      const signed = sign === undefined ? '' : `<p class="sign">${escaped(sign)}</p>`;
      return `<td${over}>${text === '' ? toWrite(header[at] ?? name) : inLines(text)}${signed}</td>`;
    });
    return `<tr${room}>${all.join('')}</tr>`;
  });
  const few = rows.length <= FEW ? ' class="few"' : '';
  return `<div class="scroll"><table${few}>\n<colgroup>${columns.join('')}</colgroup>\n<tbody>\n${written.join('\n')}\n</tbody>\n</table></div>`;
}

/** A place that is written in on the page itself. */
function toWrite(name: string): string {
  const label = escaped(name.replaceAll('\n', ''));
  return `<div class="open" contenteditable="plaintext-only" role="textbox" aria-multiline="true" aria-label="${label}"></div>`;
}

function imprint({ copied, copies, issuer, printed }: Extract<Block, { kind: 'imprint' }>): string {
  const to = copied === '' ? '' : `<p class="left">${escaped(copied)}</p>`;
  return `<div class="imprint">${to}${ends(issuer, printed)}<p class="sign">${escaped(copies)}</p></div>`;
}

/** Text of several lines. */
function inLines(text: string): string {
  return text.split('\n').map(escaped).join('<br>');
}
