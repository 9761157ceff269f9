// Deadlines for a calendar program: all-day events, each known by an id that stays the same.

/** One deadline as a calendar program shows it. */
export interface CalendarEvent {
  /** Stays the same as long as it is about the same thing: a calendar replaces the event instead of adding another. */
  readonly uid: string;
  /** The day, YYYY-MM-DD. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly categories: readonly string[];
}

/** A calendar: its name, its events, and when and as which edition it was made. */
export interface Calendar {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
  /** The instant of the last journal entry, ISO 8601 in UTC: the same ledger gives the same bytes. */
  readonly at: string;
  /** The number of that entry: a later calendar replaces an earlier one. */
  readonly edition: number;
}
