// Power cut: what the commands of a week ask of the disk is recorded, and replayed up to a cut that loses what was not synced.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/ledger/writing/journal.ts';
import { Random } from '../reference/prng.ts';
import { Disk } from './disk.ts';
import { faultFolder, findingsFile, heldIn, longFindingsFile, rosterLedger } from './material.ts';
import { inLists, type Program, runOk, runSeries } from './program.ts';
import { pausedReader } from './readers.ts';
import { type Call, traced } from './trace.ts';

export interface PowerCuts {
  readonly states: number;
  /** States that differ from each other: the others are looked at once. */
  readonly different: number;
  /** What a command had acknowledged is not there. */
  readonly acknowledgedLost: number;
  /** `verify` finds nothing, and it is not what was written. */
  readonly silentDamage: number;
  /** The program refuses the ledger, or finds it damaged. */
  readonly unusable: number;
  /** A list, a copy or a new ledger is there, and not whole. */
  readonly partialFiles: number;
  /** States in which the last command's entry, not yet acknowledged, was there already. */
  readonly ahead: number;
}

/** What is safe when a number of commands are done: the journal's hashes, and every other file's digest. */
interface Promised {
  readonly hashes: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

interface Recording {
  readonly start: ReadonlyMap<string, Buffer>;
  readonly folder: string;
  /** Calls of the folder; a number is the acknowledgement of that many commands. */
  readonly events: readonly (Call | number)[];
  /** By the number of commands done. */
  readonly promised: readonly Promised[];
}

const LEDGER = 'yanquan.db';

/** Tries `states` states of a disk after a power cut. @param rows of each import in the recorded week */
export async function cutPower(
  program: Program,
  rows: number,
  states: number,
  seed: number,
): Promise<PowerCuts> {
  const random = new Random(seed);
  const recording = await record(program, rows);
  const { events } = recording;
  const cuts = Array.from({ length: states }, () => {
    const at = random.below(events.length + 1);
    return { ...stateAt(recording, at, random) };
  });
  const sum = { acknowledgedLost: 0, silentDamage: 0, unusable: 0, partialFiles: 0, ahead: 0 };
  const different = new Map(cuts.map((cut) => [keyOf(cut), cut]));
  const judgements = await inLists([...different.values()], (list) => judge(program, recording, list));
  const judged = new Map([...different.keys()].map((key, at) => [key, judgements[at] ?? {}]));
  for (const cut of cuts) {
    for (const [what, count] of Object.entries(judged.get(keyOf(cut)) ?? {}))
      sum[what as keyof typeof sum] += count;
  }
  return { states, different: different.size, ...sum };
}

/** Records the commands of a week with a reader that does not read on. */
async function record(program: Program, rows: number): Promise<Recording> {
  const [folder, sources] = [faultFolder(), faultFolder()];
  const ledger = await rosterLedger(program, folder);
  await runOk(program, ['import', 'findings', longFindingsFile(sources, 'B'), '--ledger', ledger]);
  const reader = await pausedReader(program, ledger);
  const start = filesOf(folder);
  const commands = [
    ['import', 'findings', findingsFile(sources, 'N', rows), '--json'],
    ['export', 'findings', '-o', join(folder, 'list.csv')],
    ['finding', 'report', 'N-1', '--on', '2018-09-05'],
    ['round', 'close', '--cutoff', '2018-09-08', '--approved-by', '书记'],
    ['import', 'findings', findingsFile(sources, 'M', rows), '--json'],
    ['backup', join(folder, 'copy.db')],
    ['finding', 'check', 'N-1', '--result', 'rectified', '--on', '2018-09-14', '--by', '督查组'],
    ['export', 'findings', '-o', join(folder, 'list.csv')],
    ['init', '--ledger', join(folder, 'next.db')],
  ];
  const events: (Call | number)[] = [];
  const promised: Promised[] = [promisedBy(folder)];
  for (const command of commands) {
    const place = command[0] === 'init' ? [] : ['--ledger', ledger];
    const { calls, ended } = await traced(program, [...command, ...place]);
    if (ended.code !== 0) throw new Error(`${command.join(' ')}: ${ended.code}\n${ended.stderr}`);
    promised.push(promisedBy(folder));
    events.push(...calls.slice(0, saidAt(calls)), promised.length - 1, ...calls.slice(saidAt(calls)));
  }
  reader.child.kill('SIGKILL');
  await reader.ended;
  const disk = new Disk(folder, start);
  return {
    folder,
    start,
    promised,
    events: events.filter((event) => typeof event === 'number' || disk.take(event)),
  };
}

/** The place of the first word on stdout or stderr, which says that it is done; the end where nothing is said. */
function saidAt(calls: readonly Call[]): number {
  const at = calls.findIndex(({ name, descriptor }) => /^writev?$/.test(name) && [1, 2].includes(descriptor));
  return at < 0 ? calls.length : at;
}

function filesOf(folder: string): Map<string, Buffer> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

function promisedBy(folder: string): Promised {
  const beside = [...filesOf(folder)].filter(([name]) => !name.startsWith(LEDGER));
  return {
    hashes: heldIn(join(folder, LEDGER)).hashes,
    files: new Map(beside.map(([name, bytes]) => [name, sha256(bytes.toString('latin1'))])),
  };
}

interface State {
  readonly files: ReadonlyMap<string, Buffer>;
  /** How many commands were acknowledged. */
  readonly done: number;
}

function stateAt({ folder, start, events }: Recording, at: number, random: Random): State {
  const disk = new Disk(folder, start);
  let done = 0;
  for (const event of events.slice(0, at)) {
    if (typeof event === 'number') done = event;
    else disk.take(event);
  }
  return { files: disk.cut(random), done };
}

function keyOf({ files, done }: State): string {
  const each_ = [...files].sort().map(([name, bytes]) => `${name} ${sha256(bytes.toString('latin1'))}`);
  return `${done} ${each_.join(' ')}`;
}

/** Puts states of the disk into folders and judges what the program finds there. */
async function judge(
  program: Program,
  recording: Recording,
  states: readonly State[],
): Promise<readonly Record<string, number>[]> {
  const folders = states.map(({ files }) => {
    const folder = faultFolder();
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    return folder;
  });
  const ran = await runSeries(
    program,
    folders.map((folder) => ['verify', '--ledger', join(folder, LEDGER)]),
  );
  const came = states.map((state, at) =>
    judgeState(recording, state, join(folders[at] ?? '', LEDGER), ran[at]?.code ?? -1),
  );
  for (const folder of folders) rmSync(folder, { recursive: true });
  return came;
}

/** @param code what `verify` ended with */
function judgeState({ promised }: Recording, { files, done }: State, ledger: string, code: number) {
  const came: Record<string, number> = { partialFiles: partialIn(files, promised, done) };
  if (code !== 0) came.unusable = 1;
  else {
    const { hashes } = heldIn(ledger);
    const last = promised.at(-1)?.hashes ?? [];
    const acknowledged = promised[done]?.hashes.length ?? 0;
    if (hashes.some((hash, at) => hash !== last[at])) came.silentDamage = 1;
    if (hashes.length < acknowledged) came.acknowledgedLost = 1;
    if (hashes.length > acknowledged) came.ahead = 1;
  }
  return came;
}

/** Files next to the ledger that are none of those promised by now or by the command under way, or that are missing. */
function partialIn(files: State['files'], promised: readonly Promised[], done: number): number {
  const [now, next] = [promised[done]?.files, promised[done + 1]?.files];
  const results = new Set([...promised.flatMap((each_) => [...each_.files.keys()])]);
  return [...results].filter((name) => {
    const bytes = files.get(name);
    const found = bytes === undefined ? undefined : sha256(bytes.toString('latin1'));
    return found !== now?.get(name) && (found === undefined || found !== next?.get(name));
  }).length;
}
