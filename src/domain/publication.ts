// What of a closed round is published to a server: figures without persons, and its lines where the lines are published.
import type { Day } from './days/day.ts';
import type { Figures } from './notice.ts';
import type { Movement } from './round.ts';

declare const ledgerBrand: unique symbol;
/** 32 hex digits that identify a ledger: the beginning of its first journal entry's hash. */
export type LedgerId = string & { readonly [ledgerBrand]: true };

const LEDGER_ID = /^[0-9a-f]{32}$/;

/** Reads a ledger's id as it is printed; blanks, hyphens and capitals do no harm. undefined for anything else. */
export function parseLedgerId(text: string): LedgerId | undefined {
  const digits = text.replaceAll(/[\s-]/g, '').toLowerCase();
  return LEDGER_ID.test(digits) ? (digits as LedgerId) : undefined;
}

export const publishScopes = ['figures', 'standings'] as const;
/** `figures`: numbers and no person; `standings`: the lines too. */
export type PublishScope = (typeof publishScopes)[number];

/** A row on its way to a table or read back from it: the values in the order of the table's columns. */
export type PublishedRow = readonly (string | number | boolean)[];

/** The figures of a notice, in the order of their columns. */
const FIGURES = [
  ...['findings', 'in_time', 'late', 'waiting', 'objected', 'extended', 'not_rectified', 'overdue'],
] as const;

/** The columns of each table after `ledger_id`, in the order of a `PublishedRow`. */
export const publishedColumns = {
  rounds: [
    ...['round_no', 'cutoff', 'digest', 'engine', 'policy', ...FIGURES],
    ...['without_deadline', 'checks', 'checks_timed', 'check_days'],
  ],
  finding_figures: ['round_no', 'grouping', 'name', ...FIGURES],
  editions: [
    ...['round_no', 'edition', 'digest', 'lines'],
    ...['in_circle', 'entered', 'stayed', 'exited', 'departed', 'commended'],
  ],
  people_figures: ['round_no', 'edition', 'grouping', 'code', 'people'],
  standings: [
    ...['round_no', 'edition', 'place', 'cadre_no', 'name', 'rank', 'unit', 'station'],
    ...['counted', 'pending', 'overdue', 'behind_tasks', 'absences', 'points'],
    ...['measure', 'step', 'was_in', 'now_in', 'in_by', 'movement', 'rounds_in', 'commended'],
    ...['proposed_measure', 'proposed_now_in', 'proposed_commended', 'decided_by', 'decision_reason'],
    ...['raised_by', 'late_pending'],
  ],
  after_closing: [
    ...['round_no', 'edition', 'talks_owed', 'talks_held', 'talks_late'],
    ...['services_owed', 'services', 'services_late', 'appeals', 'appeals_upheld', 'rechecks', 'rebounds'],
  ],
} as const;
export type PublishedTable = keyof typeof publishedColumns;

/** A round as it was closed: its findings by source, area and station, as its notice counts them. */
export interface PublishedRound {
  readonly round: number;
  readonly cutoff: Day;
  readonly digest: string;
  readonly engine: number;
  /** Name and version. */
  readonly policy: string;
  readonly totals: Figures;
  readonly withoutDeadline: number;
  /** The team's checks in the window, how many answered a report, and after how many days altogether. */
  readonly checks: number;
  readonly checksTimed: number;
  readonly checkDays: number;
  readonly groups: readonly {
    readonly grouping: 'source' | 'area' | 'station';
    readonly name: string;
    readonly figures: Figures;
  }[];
}

/** A cadre's line as far as sums are made of it, and whole as a row of `standings` from `cadre_no` on. */
export interface PublishedLine {
  readonly measure: string;
  readonly movement: Movement;
  readonly commended: boolean;
  readonly row: PublishedRow;
}

/** How the lines of a round read: number 0 as the round was closed, each later one as corrected since. */
export interface PublishedEdition {
  readonly round: number;
  readonly edition: number;
  /** SHA-256 of the lines. */
  readonly digest: string;
  readonly lines: readonly PublishedLine[];
}

/** What came after the closing of a round, counted: no person. What is late is late by the last closed round's cutoff. */
export interface AfterClosing {
  /** Talks of the runs that began in the round. Late ones: held after their limit, or not held by now. */
  readonly talksOwed: number;
  readonly talksHeld: number;
  readonly talksLate: number;
  /** Lines that are to be served by a day, or have been; and how many have been. */
  readonly servicesOwed: number;
  readonly services: number;
  readonly servicesLate: number;
  /** Appeals of its lines. */
  readonly appeals: number;
  readonly appealsUpheld: number;
  /** Re-checks dated within the round, and what they found to have come back. */
  readonly rechecks: number;
  readonly rebounds: number;
}

/** The row of `after_closing`. */
export function afterRow(round: number, edition: number, after: AfterClosing): PublishedRow {
  return [
    ...[round, edition, after.talksOwed, after.talksHeld, after.talksLate],
    ...[after.servicesOwed, after.services, after.servicesLate],
    ...[after.appeals, after.appealsUpheld, after.rechecks, after.rebounds],
  ];
}

/** The row of `rounds`. */
export function roundRow(round: PublishedRound): PublishedRow {
  return [
    ...[round.round, round.cutoff, round.digest, round.engine, round.policy, ...figureValues(round.totals)],
    ...[round.withoutDeadline, round.checks, round.checksTimed, round.checkDays],
  ];
}

/** The rows of `finding_figures`. */
export function findingRowsOf({ round, groups }: PublishedRound): PublishedRow[] {
  return groups.map(({ grouping, name, figures }) => [round, grouping, name, ...figureValues(figures)]);
}

function figureValues(figures: Figures): number[] {
  return [
    ...[figures.findings, figures.inTime, figures.late, figures.waiting],
    ...[figures.objected, figures.extended, figures.notRectified, figures.overdue],
  ];
}

/** The row of `editions`: how many lines are in the circle and how they moved. */
export function editionRow({ round, edition, digest, lines }: PublishedEdition): PublishedRow {
  const moving = (...movements: readonly Movement[]): number =>
    lines.filter((line) => movements.includes(line.movement)).length;
  return [
    ...[round, edition, digest, lines.length],
    ...[moving('enter', 'stay'), moving('enter'), moving('stay'), moving('exit'), moving('departed')],
    lines.filter((line) => line.commended).length,
  ];
}

/** The rows of `people_figures`: how many lines have each measure and each movement. */
export function peopleRows({ round, edition, lines }: PublishedEdition): PublishedRow[] {
  return (['measure', 'movement'] as const).flatMap((grouping) =>
    [...Map.groupBy(lines, (line) => line[grouping] as string)].map(([code, of]) => [
      ...[round, edition, grouping, code, of.length],
    ]),
  );
}

/** The rows of `standings`, in the order of the round. */
export function standingRows({ round, edition, lines }: PublishedEdition): PublishedRow[] {
  return lines.map(({ row }, at) => [round, edition, at + 1, ...row]);
}

/** What a server has of a round: the digest it was closed with, and of each edition whether its lines are there. */
export interface RoundThere {
  readonly round: number;
  readonly digest: string;
  /** From 0 on. */
  readonly editions: readonly { readonly digest: string; readonly withLines: boolean }[];
  /** The last edition of what came after its closing, as a row of `after_closing`; null: none was published. */
  readonly after: PublishedRow | null;
}

/** A township of a server and the ledger it was registered with. */
export interface Township {
  readonly ledgerId: LedgerId;
  readonly county: string;
  readonly township: string;
}

/** The totals of one ledger's rounds: sums over all of them, and the state at the last. */
export interface LedgerFigures extends AfterClosing {
  readonly ledgerId: LedgerId;
  readonly rounds: number;
  readonly lastRound: number;
  readonly cutoff: Day;
  /** At the last round: due and not rectified, of these overdue, members of the circle. */
  readonly due: number;
  readonly overdue: number;
  readonly inCircle: number;
  /** Over all rounds. */
  readonly rectified: number;
  readonly inTime: number;
  readonly entered: number;
  readonly left: number;
  readonly checks: number;
  readonly checksTimed: number;
  readonly checkDays: number;
}

/** Findings of the townships' last rounds that have a source or an area in common. */
export interface TownshipGroup {
  readonly grouping: 'source' | 'area';
  readonly name: string;
  readonly due: number;
  readonly overdue: number;
  readonly rectified: number;
}

export const comparisons = [
  ...['same', 'missing_there', 'unknown_here', 'digest_differs', 'figures_differ', 'lines_differ'],
  ...['correction_missing', 'after_missing'],
] as const;

/** The state of a round here and on a server; a digest is null where the round is not. */
export interface RoundCompared {
  readonly round: number;
  readonly here: string | null;
  readonly there: string | null;
  readonly verdict: (typeof comparisons)[number];
}

/** A township in the overview; `last` null: it has published nothing by the cutoff. */
export interface TownshipFigures {
  readonly county: string;
  readonly township: string;
  readonly rounds: number;
  readonly last: Omit<LedgerFigures, 'ledgerId' | 'rounds'> | null;
}
