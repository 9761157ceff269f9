// Who is on the roster at a day.

import type { Cadre, Facts, RosterSpan } from './facts.ts';
import { live } from './finding.ts';

/** Section 3, "On the roster at C". Of two changes on one day a leaving after a joining, else the later recorded, holds. */
export function rosterAt(facts: Facts, cutoff: string, now: number): Set<string> {
  const spans = new Map<string, RosterSpan[]>();
  for (const span of facts.spans) {
    if (live(span, now)) spans.set(span.cadre_no, [...(spans.get(span.cadre_no) ?? []), span]);
  }
  const roster = new Set<string>();
  for (const cadre of facts.cadres) {
    if (live(cadre, now) && onRoster(cadre, spans.get(cadre.cadre_no) ?? [], cutoff))
      roster.add(cadre.cadre_no);
  }
  return roster;
}

/** Section 3, "On the roster at C", for one cadre. */
export function onRoster(cadre: Cadre, spans: readonly RosterSpan[], cutoff: string): boolean {
  const changes = [{ on: cadre.joined_on, there: true }];
  if (cadre.left_on !== '') changes.push({ on: cadre.left_on, there: false });
  const recorded = [...spans].sort((a, b) => a.recorded - b.recorded);
  for (const span of recorded) changes.push({ on: span.on, there: span.kind === 'return' });
  const held = changes.filter((change) => change.on <= cutoff);
  held.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return held.at(-1)?.there ?? false;
}
