// Which cells stand out in colour: what is late, who is in the circle or leaves it. The word or the sign says it too.
import type { Cell, Column } from '../report/report.ts';
import type { Styles } from './styles.ts';

/** `bad` is late or in the circle, `good` leaves it. */
export type Tone = 'bad' | 'good';

const TERMS: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  movement: { enter: 'bad', stay: 'bad', exit: 'good' },
  task_state: { behind: 'bad', not_accepted: 'bad' },
  item_state: { late: 'bad' },
  talk_state: { late: 'bad' },
  service_state: { late: 'bad' },
  appeal_state: { overdue: 'bad' },
};

/** Numbers that are late when they are below or above nothing. */
const NUMBERS: Readonly<Record<string, 'below' | 'above'>> = {
  days_left: 'below',
  days_late: 'above',
  items_late: 'above',
};

/** The tone of a cell, where it has one. */
export function toneOf(cell: Cell | undefined, { key, type, terms }: Column): Tone | undefined {
  if (cell === null || cell === undefined || cell === '') return undefined;
  if (type === 'term') return TERMS[terms ?? key]?.[String(cell)];
  const late = NUMBERS[key];
  if (late === undefined) return undefined;
  return (late === 'below' ? Number(cell) < 0 : Number(cell) > 0) ? 'bad' : undefined;
}

/** A text in its tone, each of its lines by itself. */
export function toned(text: string, tone: Tone | undefined, { red, green }: Styles): string {
  if (tone === undefined) return text;
  const paint = tone === 'bad' ? red : green;
  return text
    .split('\n')
    .map((line) => paint(line))
    .join('\n');
}
