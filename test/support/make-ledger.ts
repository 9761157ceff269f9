// A large ledger from a seed, written through the real imports and closings: for measuring, and for tests that need one.
// Run it: node test/support/make-ledger.ts FILE FINDINGS ROUNDS CADRES SEED
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Day } from '../../src/domain/days/day.ts';
import { addDays } from '../../src/domain/days/day.ts';
import type { RecordKind } from '../../src/domain/records/records.ts';
import type { Acting } from '../../src/jobs/acting.ts';
import { initLedger, type PolicyFile } from '../../src/jobs/care/init.ts';
import { importFiles } from '../../src/jobs/import/import-batch.ts';
import { closeRound } from '../../src/jobs/round/close-round.ts';
import { type Ledger, openForWriting } from '../../src/ledger/file/open.ts';
import { sha256 } from '../../src/ledger/writing/journal.ts';
import { Random } from '../reference/prng.ts';
import { contractPolicy } from './build.ts';

export interface LargeLedger {
  readonly findings: number;
  readonly rounds: number;
  readonly cadres: number;
  readonly seed: number;
  /** The same happens in every week, and every finding is rectified: how many are open does not depend on the years. */
  readonly weeksAlike?: boolean;
}

type Cells = Readonly<Record<string, string | number>>;

/** The cutoff of the first round; each of the others is a week after the one before. */
export const FIRST_CUTOFF = '2018-01-10' as Day;
export const WEEK = 7;
const AREAS = ['村内项目推进', '非贫困户二级档案', '产业覆盖', '农村产业革命'];
const KINDS = [
  ...['findings', 'extensions', 'reassignments', 'reports', 'objections', 'checks', 'tasks', 'progress'],
  'attendance',
] as const satisfies readonly RecordKind[];

const policy: PolicyFile = {
  text: 'name: measured',
  sha256: sha256('name: measured'),
  policy: contractPolicy,
};

/** Makes the ledger: a week of files and a round closed at its end, as often as there are rounds. */
export async function makeLedger(file: string, size: LargeLedger): Promise<void> {
  const files = mkdtempSync(join(tmpdir(), 'yanquan-made-'));
  mkdirSync(dirname(file), { recursive: true });
  initLedger(file, actingOn(FIRST_CUTOFF), '桶井乡', policy);
  const ledger = openForWriting(file);
  try {
    const weeks = new Weeks(size);
    await bringIn(ledger, files, 'cadres', weeks.cadres(), FIRST_CUTOFF);
    for (let round = 0; round < size.rounds; round += 1) {
      const cutoff = addDays(FIRST_CUTOFF, round * WEEK);
      weeks.addFindings(round, cutoff);
      for (const kind of KINDS) await bringIn(ledger, files, kind, weeks.take(round, kind), cutoff);
      closeRound(ledger, actingOn(cutoff), { cutoff, approvedBy: '书记', meeting: null, expect: null });
    }
  } finally {
    ledger.close();
    rmSync(files, { recursive: true });
  }
}

function actingOn(day: Day): Acting {
  return { at: `${day}T10:00:00.000Z`, actor: '督查办', idempotencyKey: null, dryRun: false, today: null };
}

async function bringIn(ledger: Ledger, folder: string, kind: RecordKind, rows: readonly Cells[], day: Day) {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  const path = join(folder, `${kind}.csv`);
  writeFileSync(path, `${columns.join(',')}\n${lines.join('\n')}\n`);
  const request = { kind, files: [path], open: {}, read: {}, mapping: null, amend: null, skipBad: false };
  const came = await importFiles(ledger, actingOn(day), request);
  if (came.outcome !== 'written') {
    const why = came.outcome === 'nothing' ? JSON.stringify(came.value.rejects).slice(0, 2000) : came.outcome;
    throw new Error(`${kind} on ${day}: ${why}`);
  }
}

/** What happens in each week, made up when a finding is added and used when its week comes. */
class Weeks {
  #random: Random;
  readonly #size: LargeLedger;
  readonly #rows = new Map<string, Cells[]>();
  #made = 0;

  constructor(size: LargeLedger) {
    this.#size = size;
    this.#random = new Random(size.seed);
  }

  cadres(): Cells[] {
    return Array.from({ length: this.#size.cadres }, (_, at) => ({
      cadre_no: this.#number(at),
      name: `甲${at}`,
      rank: this.#random.pick(['section', 'staff']),
      unit: `单位${at % 20}`,
      station: `${at % 12}号作战所`,
    }));
  }

  /** The rows of a kind in a week, by day. */
  take(round: number, kind: RecordKind): readonly Cells[] {
    return this.#rows.get(`${round} ${kind}`) ?? [];
  }

  #number(at: number): string {
    return `C${String(at).padStart(5, '0')}`;
  }

  /** One of the first twelve cadres, who is neither of the two others responsible. */
  #leaderBeside(first: number, other: number): string {
    const leaders = Array.from({ length: Math.min(12, this.#size.cadres) }, (_, at) => at);
    const free = leaders.filter((at) => at !== first && at !== other);
    return free.length === 0 ? '' : this.#number(free[this.#made % free.length] ?? 0);
  }

  /** Puts a row into the week in which its day lies. */
  #put(kind: (typeof KINDS)[number], on: Day, row: Cells): void {
    let round = 0;
    while (addDays(FIRST_CUTOFF, round * WEEK) < on) round += 1;
    const key = `${round} ${kind}`;
    const rows = this.#rows.get(key) ?? [];
    rows.push(row);
    this.#rows.set(key, rows);
  }

  addFindings(round: number, cutoff: Day): void {
    if (this.#size.weeksAlike === true) this.#random = new Random(this.#size.seed);
    const { findings, rounds } = this.#size;
    const until = Math.round((findings * (round + 1)) / rounds);
    while (this.#made < until) {
      this.#made += 1;
      this.#addFinding(`F${String(this.#made).padStart(7, '0')}`, addDays(cutoff, -this.#random.below(WEEK)));
    }
    this.#addWork(`T${round}`, cutoff);
  }

  #addFinding(findingNo: string, found: Day): void {
    const random = this.#random;
    const first = random.below(this.#size.cadres);
    const other = (first + 1 + random.below(this.#size.cadres - 1)) % this.#size.cadres;
    const lead = this.#number(first);
    this.#put('findings', found, {
      finding_no: findingNo,
      source: random.pick(['省委巡视', '市委巡察', '专项整治']),
      area: AREAS[this.#made % AREAS.length] ?? '',
      village: `${random.below(40)}村`,
      station: `${random.below(12)}号作战所`,
      description: `第${findingNo}号问题：公示牌内容与实施方案不一致`,
      severity: random.between(1, 3),
      found_on: found,
      due_on: addDays(found, random.between(5, 21)),
      cadre_no: lead,
      assist_no: random.chance(40) ? this.#number(other) : '',
      leader_no: this.#leaderBeside(first, other),
    });
    let day = addDays(found, random.between(1, 3));
    if (random.chance(3)) {
      const objection = {
        finding_no: findingNo,
        cadre_no: lead,
        raised_on: day,
        ground: 'other',
        reason: '不属实',
      };
      day = addDays(day, 2);
      this.#put('objections', day, { ...objection, ruled_on: day, ruling: 'dismissed', ruled_by: '裁定组' });
    }
    if (random.chance(4)) {
      const extended = { finding_no: findingNo, new_due_on: addDays(found, 30), granted_on: day };
      this.#put('extensions', day, { ...extended, granted_by: '分管领导' });
    }
    const settles = this.#size.weeksAlike === true;
    if (settles || random.chance(95)) {
      do {
        day = addDays(day, random.between(2, 12));
        this.#put('reports', day, { finding_no: findingNo, reported_on: day, progress: 'done' });
        day = addDays(day, random.between(0, 6));
        const result = random.chance(80) ? 'rectified' : 'not_rectified';
        this.#put('checks', day, { finding_no: findingNo, result, checked_on: day, checked_by: '督查组' });
        if (result === 'rectified') break;
      } while (settles || random.chance(95));
    }
  }

  /** A central task of the week with its progress, and attendance. */
  #addWork(taskNo: string, cutoff: Day): void {
    const random = this.#random;
    const task = { task_no: taskNo, name: '产业覆盖', target: 100, start_on: addDays(cutoff, -5) };
    this.#put('tasks', cutoff, {
      ...task,
      due_on: addDays(cutoff, 20),
      cadre_no: this.#number(random.below(this.#size.cadres)),
    });
    for (let week = 1; week <= 3; week += 1) {
      const on = addDays(cutoff, week * WEEK);
      this.#put('progress', on, { task_no: taskNo, on, done: week * random.between(28, 33) });
    }
    for (let at = 0; at < this.#size.cadres; at += 5) {
      const seen = { site: `${at % 12}号工地`, on: cutoff, session: 'morning', cadre_no: this.#number(at) };
      this.#put('attendance', cutoff, {
        ...seen,
        present: random.pick(['present', 'present', 'absent', 'leave']),
      });
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  const [file = '', ...numbers] = process.argv.slice(2);
  const [findings = 1000, rounds = 10, cadres = 50, seed = 1] = numbers.map(Number);
  await makeLedger(file, { findings, rounds, cadres, seed });
}
