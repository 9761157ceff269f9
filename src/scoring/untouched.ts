// Findings to which nothing has happened since they were recorded: those alike are judged once for all of them.
import type { CadreNo } from '../domain/cadre.ts';
import type { Day } from '../domain/days/day.ts';
import { type Finding, type Role, roles, type Severity } from '../domain/findings/finding.ts';
import { type FindingAtCutoff, judgementOf, lookAt } from './count.ts';
import type { WaitingRules } from './pending.ts';
import type { Judgement } from './reasons.ts';

/** A judgement does not say whom it is of. */
const ANYBODY = '' as CadreNo;

/** What is true of all findings that are alike. */
export interface Alike {
  /** One of them at the cutoff. */
  readonly at: FindingAtCutoff;
  /** What each of them means for somebody named on it: the role counts, by its place in `roles`. */
  judgementIn(role: number): Judgement;
}

/**
 * Whether nothing has happened to a finding: no event, no dispatch order, and no one is named twice, so that whoever is
 * named is responsible.
 */
export function isUntouched({ events, dispatches, named }: Finding): boolean {
  if (events.length > 0 || dispatches.length > 0) return false;
  for (let at = 1; at < named.length; at += 1) {
    for (let before = 0; before < at; before += 1) {
      if (named[at]?.cadreNo === named[before]?.cadreNo) return false;
    }
  }
  return true;
}

/**
 * Judges untouched findings. The rules ask no more of one than its source, severity and dates and whether it recurs: a
 * million findings fall into some hundred kinds.
 */
export class AlikeFindings {
  readonly #rules: WaitingRules;
  readonly #byKind = new Map<string, Alike>();
  /** By source, then deadline; the index combines the rest, which has a small number of values. */
  readonly #known = new Map<string, Map<Day | null, (Alike | undefined)[]>>();

  constructor(rules: WaitingRules) {
    this.#rules = rules;
  }

  /** What is true of an untouched finding and all that are like it. */
  alikeTo(finding: Finding): Alike {
    const { source, dueOn, severity, recurs, foundOn } = finding;
    let bySource = this.#known.get(source);
    if (bySource === undefined) {
      bySource = new Map();
      this.#known.set(source, bySource);
    }
    let byDeadline = bySource.get(dueOn);
    if (byDeadline === undefined) {
      byDeadline = [];
      bySource.set(dueOn, byDeadline);
    }
    const place = placeOf(severity, recurs, foundOn <= this.#rules.cutoff);
    const known = byDeadline[place] ?? this.#judge(finding);
    byDeadline[place] = known;
    return known;
  }

  /**
   * The same of a finding whose kind is known: those of one kind are alike in all that the rules need.
   * @param whole gives one of the kind, where none has been judged yet
   */
  alikeBy(kind: string, whole: (kind: string) => Finding): Alike {
    let known = this.#byKind.get(kind);
    if (known === undefined) {
      known = this.#judge(whole(kind));
      this.#byKind.set(kind, known);
    }
    return known;
  }

  #judge(finding: Finding): Alike {
    const byRole: (Judgement | undefined)[] = roles.map(() => undefined);
    return {
      at: lookAt(finding, this.#rules.cutoff),
      judgementIn: (role) => {
        const judgement = byRole[role] ?? this.#judgeIn(finding, roles[role] ?? 'lead');
        byRole[role] = judgement;
        return judgement;
      },
    };
  }

  #judgeIn(finding: Finding, role: Role): Judgement {
    const at = lookAt({ ...finding, named: [{ cadreNo: ANYBODY, role }] }, this.#rules.cutoff);
    return judgementOf(at, ANYBODY, this.#rules);
  }
}

/** A place of its own for each way in which findings of one source and deadline can differ. */
function placeOf(severity: Severity, recurs: boolean, isFound: boolean): number {
  return severity * 4 + Number(recurs) * 2 + Number(isFound);
}
