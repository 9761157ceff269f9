// Writes a page as one HTML file that needs nothing else: no script, no font, no request; a policy in it forbids them.
import { createHash } from 'node:crypto';
import type { Page, PageFigure, PageSection, PageTable, PageTile } from '../../report/page.ts';
import { visibleWidth } from '../text/width.ts';
import { pageStyle } from './dashboard-style.ts';
import { chartSvg, swatch } from './dashboard-svg.ts';
import { escaped } from './escaped.ts';

/** A text of at most this many columns is never broken: a measure, a day. */
const SHORT = 12;
/** On paper a table with more rows goes below its chart, in two columns. */
const LONG = 24;
/** A table of more columns than this has no room next to its chart: it goes below. */
const WIDE = 6;
/** A long table of more columns than this fills the sheet: two of them do not stand beside one another. */
const NARROW = 4;

/** The page as HTML, in one newline's end. Every text from the ledger is escaped. */
export function pageHtml(page: Page): string {
  const hash = createHash('sha256').update(pageStyle, 'utf8').digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const mark = page.mark === '' ? '' : `<p class="mark">${escaped(page.mark)}</p>\n`;
  return `<!doctype html>
<html lang="${escaped(page.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped([page.mark, page.title].filter((each) => each !== '').join(' · '))}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#${page.glance.id}">${escaped(page.skip)}</a>
<header>
${mark}<h1>${escaped(page.title)}</h1>
<p class="sub">${escaped(page.subtitle)}</p>
</header>
<nav aria-label="${escaped(page.contents)}">
<ul>${[page.glance, ...page.sections].map(({ id, heading }) => `<li><a href="#${id}">${escaped(heading)}</a></li>`).join('')}</ul>
</nav>
<main>
${glance(page)}
${page.sections.map(section).join('\n')}
</main>
<footer>
<h2>${escaped(page.notesHeading)}</h2>
${page.notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
</footer>
</body>
</html>
`;
}

function glance({ glance: { id, heading, said, tiles, tables } }: Page): string {
  return `<section class="glance" id="${id}" aria-labelledby="${id}-heading" tabindex="-1">
<h2 id="${id}-heading">${escaped(heading)}</h2>
<p class="said">${escaped(said)}</p>
<dl class="tiles">${tiles.map(tile).join('')}</dl>
<div class="tables">
${tables.map((each, at) => `<div>${table(each, `${id}-${at}`)}</div>`).join('\n')}
</div>
</section>`;
}

function tile({ label, value, detail, tone }: PageTile): string {
  const below = `<dd class="detail">${escaped(detail)}</dd>`;
  return `<div class="tile tone-${tone}"><dt>${escaped(label)}</dt><dd class="value">${escaped(value)}</dd>${below}</div>`;
}

function section({ id, heading, figures }: PageSection): string {
  return `<section id="${id}" aria-labelledby="${id}-heading" tabindex="-1">
<h2 id="${id}-heading">${escaped(heading)}</h2>
${figures.map((each, at) => figure(each, `${id}-${at}`)).join('\n')}
</section>`;
}

function figure({ heading, said, chart, table: numbers }: PageFigure, id: string): string {
  const drawn =
    chart === undefined
      ? ''
      : `<div class="drawn"><ul class="legend">${chart.series.map((each) => `<li>${swatch(each)}${escaped(each.name)}</li>`).join('')}</ul>
${chartSvg(chart, `${heading}：${said}`)}</div>
`;
  const wide = numbers.columns.length > WIDE ? ' wide' : '';
  const narrow = numbers.columns.length <= NARROW ? ' narrow' : '';
  return `<div class="figure${numbers.rows.length > LONG ? ' long' : ''}${wide}${narrow}">
<h3>${escaped(heading)}</h3>
<p class="said">${escaped(said)}</p>
<div class="pair${chart === undefined ? ' alone' : ''}">
${drawn}<div>${table(numbers, id)}</div>
</div>
</div>`;
}

/** A table that scrolls when it must: then the keyboard reaches it and it has a name. */
function table({ caption, columns, rows, note, whenEmpty }: PageTable, id: string): string {
  const below = note === undefined ? '' : `<p class="note">${escaped(note)}</p>`;
  const head = columns
    .map(({ heading, numeric }) => `<th scope="col"${numeric ? ' class="n"' : ''}>${escaped(heading)}</th>`)
    .join('');
  const body =
    rows.length === 0
      ? `<tr><td colspan="${columns.length}">${escaped(whenEmpty ?? '—')}</td></tr>`
      : rows.map((cells) => row(cells, columns)).join('\n');
  return `<div class="scroll" role="region" aria-labelledby="${id}-caption" tabindex="0"><table>
<caption id="${id}-caption">${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody></table></div>${below}`;
}

function row(cells: readonly string[], columns: PageTable['columns']): string {
  const written = cells.map((cell, at) => {
    const classes = columns[at]?.numeric ? ' class="n"' : visibleWidth(cell) <= SHORT ? ' class="d"' : '';
    return at === 0
      ? `<th scope="row"${classes}>${escaped(cell)}</th>`
      : `<td${classes}>${escaped(cell)}</td>`;
  });
  return `<tr>${written.join('')}</tr>`;
}
