// Draws a chart as SVG, by hand: no script, no style attribute, nothing fetched. Colours are classes of the page's style.
import type { Chart, Series } from '../../report/page.ts';
import { cleanLine } from '../text/clean.ts';
import { letters, visibleWidth } from '../text/width.ts';
import { escaped } from './escaped.ts';

const WIDTH = 460;
const HEIGHT = 220;
const LEFT = 46;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 26;
/** The room for labels left of horizontal bars, in columns of half a Chinese letter. */
const LABEL_COLUMNS = 30;
const COLUMN_WIDTH = 6.6;
/** Between a line's end and its label, and between two labels one below the other. */
const LABEL_GAP = 8;
const LABEL_HEIGHT = 14;
const ROW = 22;
const POINTS_UP_TO = 40;

/** The SVG of a chart; `said` is read out in its place. */
export function chartSvg(chart: Chart, said: string): string {
  return chart.kind === 'across' ? acrossSvg(chart, said) : overTimeSvg(chart, said);
}

/** A small square in a series' colour, for legends. */
export function swatch({ tone }: Pick<Series, 'tone'>): string {
  return `<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="fill-${tone}" width="10" height="10"/></svg>`;
}

const at = (value: number): string => String(Math.round(value * 10) / 10);

function svg(height: number, said: string, inside: readonly string[]): string {
  const box = `viewBox="0 0 ${WIDTH} ${at(height)}"`;
  return `<svg class="chart" ${box} role="img" aria-label="${escaped(said)}">${inside.join('')}</svg>`;
}

/** Ticks from `low` to `high`, at most about five, at 1, 2 or 5 times a power of ten; never closer than 1. */
export function ticksOf(low: number, high: number): number[] {
  const span = Math.max(1, high - low);
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? power;
  const ticks: number[] = [];
  for (let tick = Math.floor(low / step) * step; ; tick += step) {
    ticks.push(tick === 0 ? 0 : tick);
    if (tick >= high && ticks.length > 1) return ticks;
  }
}

function overTimeSvg(chart: Chart, said: string): string {
  const sums = (side: (each: Series) => boolean) =>
    chart.labels.map((_, place) =>
      chart.series.filter(side).reduce((sum, { values }) => sum + (values[place] ?? 0), 0),
    );
  const single = chart.series.flatMap((each) => each.values.map((value) => value ?? 0));
  const most = Math.max(...(chart.kind === 'lines' ? single : sums((each) => each.down !== true)), 0);
  const least = chart.kind === 'updown' ? -Math.max(...sums((each) => each.down === true), 0) : 0;
  const ticks = chart.percent === true ? [0, 25, 50, 75, 100] : ticksOf(least, most);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const y = (value: number) => TOP + ((high - value) * (HEIGHT - TOP - BOTTOM)) / (high - low || 1);
  const ends = chart.kind === 'lines' ? lineEnds(chart) : [];
  const room = Math.max(0, ...ends.map(({ text }) => visibleWidth(text) * COLUMN_WIDTH + LABEL_GAP));
  const step = (WIDTH - LEFT - RIGHT - room) / chart.labels.length;
  const x = (place: number) => LEFT + step * (place + 0.5);
  return svg(HEIGHT, said, [
    ...ticks.map((tick) => gridLine(tick, y(tick), chart.percent === true)),
    ...(chart.kind === 'lines' ? lines(chart, x, y) : columns(chart, x, y, step)),
    ...endLabels(ends, x, y),
    ...axisLabels(chart, x),
  ]);
}

/** The last value of a line, and its label: the line's name and that value. */
interface LineEnd {
  readonly text: string;
  readonly value: number;
  readonly place: number;
  readonly tone: Series['tone'];
}

function lineEnds({ series, percent }: Chart): LineEnd[] {
  return series.flatMap(({ name, values, tone }) => {
    const place = values.findLastIndex((each) => each !== null);
    const value = values[place] ?? null;
    return value === null
      ? []
      : [{ text: `${cut(name)} ${value}${percent === true ? '%' : ''}`, value, place, tone }];
  });
}

/** The labels of lines at their ends, the highest first, none over another. */
function endLabels(
  ends: readonly LineEnd[],
  x: (place: number) => number,
  y: (value: number) => number,
): string[] {
  let above = Number.NEGATIVE_INFINITY;
  const highestFirst = ends.toSorted((left, right) => right.value - left.value);
  // Room is kept below for the labels that follow.
  return highestFirst.map(({ text, value, place, tone }, order) => {
    const lowest = HEIGHT - BOTTOM - (highestFirst.length - 1 - order) * LABEL_HEIGHT;
    const middle = Math.max(above + LABEL_HEIGHT, Math.min(lowest, y(value) + 4));
    above = middle;
    return `<text class="end text-${tone}" x="${at(x(place) + LABEL_GAP)}" y="${at(middle)}">${escaped(text)}</text>`;
  });
}

function gridLine(tick: number, y: number, percent: boolean): string {
  const line = `<line class="${tick === 0 ? 'axis' : 'grid'}" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(y)}" y2="${at(y)}"/>`;
  const text = `${Math.abs(tick)}${percent ? '%' : ''}`;
  return `${line}<text class="tick" x="${LEFT - 6}" y="${at(y + 4)}" text-anchor="end">${text}</text>`;
}

/** As many labels as there is room for: the first, the last, and round numbers between them; before them what they are. */
function axisLabels({ labels, axis }: Chart, x: (place: number) => number): string[] {
  const every = [1, 2, 5, 10, 20, 50, 100].find((each) => labels.length / each <= 13) ?? labels.length;
  const last = labels.length - 1;
  const text = (label: string, where: number, anchor: string): string =>
    `<text class="tick" x="${at(where)}" y="${HEIGHT - 8}" text-anchor="${anchor}">${escaped(label)}</text>`;
  const shown = labels.flatMap((label, place) => {
    const near =
      place === 0 || place === last || (Number(label) % every === 0 && last - place >= every * 0.7);
    return near && (place === 0 || place >= every * 0.7 || every === 1)
      ? [text(label, x(place), 'middle')]
      : [];
  });
  return axis === undefined ? shown : [text(axis, LEFT - 6, 'end'), ...shown];
}

function lines(chart: Chart, x: (place: number) => number, y: (value: number) => number): string[] {
  return chart.series.map(({ values, tone }) => {
    let path = '';
    let pen = 'M';
    for (const [place, value] of values.entries()) {
      if (value === null) pen = 'M';
      else {
        path += `${pen}${at(x(place))} ${at(y(value))}`;
        pen = 'L';
      }
    }
    const points =
      values.length > POINTS_UP_TO
        ? []
        : values.map((value, place) =>
            value === null
              ? ''
              : `<circle class="fill-${tone}" cx="${at(x(place))}" cy="${at(y(value))}" r="3.5"/>`,
          );
    return `<path class="line line-${tone}" d="${path}"/>${points.join('')}`;
  });
}

function columns(
  chart: Chart,
  x: (place: number) => number,
  y: (value: number) => number,
  step: number,
): string[] {
  const width = Math.max(2, Math.min(36, step * 0.72));
  return chart.labels.flatMap((_, place) => {
    let up = 0;
    let down = 0;
    return chart.series.flatMap((each) => {
      const value = each.values[place] ?? 0;
      if (value === 0) return [];
      const from = each.down === true ? down : up;
      const to = each.down === true ? down - value : up + value;
      if (each.down === true) down = to;
      else up = to;
      const top = Math.min(y(from), y(to));
      const height = Math.abs(y(from) - y(to));
      return [
        `<rect class="bar fill-${each.tone}" x="${at(x(place) - width / 2)}" y="${at(top)}" width="${at(width)}" height="${at(height)}"/>`,
      ];
    });
  });
}

function acrossSvg(chart: Chart, said: string): string {
  const sums = chart.labels.map((_, place) =>
    chart.series.reduce((sum, each) => sum + (each.values[place] ?? 0), 0),
  );
  /** A place without a value is not known, and no zero. */
  const known = (place: number) => chart.series.some(({ values }) => (values[place] ?? null) !== null);
  const most = Math.max(...sums, 1);
  const labels = chart.labels.map(cut);
  const widest = Math.max(...labels.map((each) => visibleWidth(each)), 8);
  const labelWidth = widest * COLUMN_WIDTH + LABEL_GAP;
  const room = WIDTH - labelWidth - 44;
  const rows = labels.flatMap((label, place) => {
    const y = 4 + place * ROW;
    let x = labelWidth;
    const bars = chart.series.map(({ values, tone }) => {
      const width = ((values[place] ?? 0) * room) / most;
      const bar =
        width === 0
          ? ''
          : `<rect class="bar fill-${tone}" x="${at(x)}" y="${y}" width="${at(Math.max(1, width))}" height="${ROW - 6}"/>`;
      x += width;
      return bar;
    });
    const middle = y + (ROW - 6) / 2 + 4;
    return [
      `<text class="label" x="${at(labelWidth - LABEL_GAP)}" y="${at(middle)}" text-anchor="end">${escaped(label)}</text>`,
      ...bars,
      `<text class="tick" x="${at(x + 6)}" y="${at(middle)}">${known(place) ? (sums[place] ?? 0) : '—'}</text>`,
    ];
  });
  return svg(8 + chart.labels.length * ROW, said, rows);
}

/** A label cut to the room that there is; the table has it whole. */
function cut(label: string): string {
  const text = cleanLine(label);
  if (visibleWidth(text) <= LABEL_COLUMNS) return text;
  let short = '';
  for (const letter of letters(text)) {
    if (visibleWidth(short + letter) > LABEL_COLUMNS - 1) break;
    short += letter;
  }
  return `${short}…`;
}
