// Deadlines as events of a calendar: what is due before the next round, and what the office owes.
import type { Duty } from '../../domain/duty.ts';
import type { LookAhead } from '../../scoring/look-ahead.ts';
import type { CalendarEvent } from '../calendar-event.ts';
import { answeringText } from './answering.ts';

type Word = (key: string) => string;

/**
 * What is due as events; what has no deadline is none.
 * @param ledger the id of the ledger: numbers are unique in one ledger only
 */
export function dueEvents(items: LookAhead['items'], ledger: string, word: Word): CalendarEvent[] {
  return items.flatMap((item) => {
    if (item.deadline === null) return [];
    const people = answeringText([...item.counted, ...item.pending], 'full', word);
    return [
      {
        uid: `${item.kind}-${item.number}@${ledger}`,
        day: item.deadline,
        summary: `${item.number} ${item.description}`,
        description: [`${word('column.responsible')}: ${people}`, word(`todo.${item.todo}`)].join('\n'),
        location: item.station,
        categories: [word(`part.${item.kind}`)],
      },
    ];
  });
}

/** What the office owes as events, each with its command; what has no limit is none. */
export function dutyEvents(
  duties: readonly Duty[],
  ledger: string,
  word: Word,
  command: (duty: Duty) => string,
): CalendarEvent[] {
  return duties.flatMap((duty) => {
    const { kind, subject, due, cadre, by } = duty;
    if (due === null) return [];
    const about = cadre === null ? '' : ` ${cadre.name} ${cadre.cadreNo}`;
    return [
      {
        uid: `duty-${kind}-${subject}-${cadre?.cadreNo ?? ''}-${duty.since}@${ledger}`,
        day: due,
        summary: `${word(`duty.${kind}`)} ${subject}${about}`,
        description: [by, command(duty)].filter((each) => each !== '').join('\n'),
        location: '',
        categories: [word(`duty.${kind}`)],
      },
    ];
  });
}
