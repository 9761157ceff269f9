// Writing commands whose answer is lost: what the exit code says of the ledger is true all the same.
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { faultFolder, findingsFile, heldIn, rosterLedger } from './material.ts';
import { type Ended, type Program, run, runOk, start } from './program.ts';

export interface Unheard {
  readonly runs: number;
  /** The rows are there, and the code says that nothing was written, or that there is a bug. */
  readonly untrue: number;
  readonly said: string;
}

/** Writes to a ledger while the answer cannot be delivered: the code must not say that nothing was written. */
export async function writeUnheard(program: Program): Promise<Unheard> {
  const folder = faultFolder();
  const ledger = await rosterLedger(program, folder);
  await runOk(program, ['import', 'findings', findingsFile(folder, 'N', 1), '--ledger', ledger]);
  const deafness = ['full stdout', 'closed stdout', 'full stderr', 'closed stderr'] as const;
  const came: { untrue: boolean; said: string }[] = [];
  for (const [at, deaf] of deafness.entries()) {
    const commands = [
      ['import', 'findings', findingsFile(folder, `N${at}`, 3), '--json'],
      ['finding', 'report', 'N-1', '--on', `2018-09-0${at + 2}`],
      [
        'import',
        'findings',
        mixedFile(folder, `M${at}`),
        '--skip-bad',
        '--rejects',
        join(folder, 'none', 'r.csv'),
      ],
      ['cadre', 'add', `D${at}`, '--name', `丁${at}`, '--rank', 'staff'],
    ];
    for (const command of commands) {
      const before = heldIn(ledger).entries;
      const { code, stderr } = await runDeaf(program, [...command, '--ledger', ledger], deaf);
      const written = heldIn(ledger).entries > before;
      // 3 is said where rows were left out.
      const untrue = written ? ![0, 3, 75].includes(code ?? -1) : code === 0 || code === 3;
      came.push({ untrue, said: untrue ? `${deaf}: ${command[0]}: ${code} ${stderr}; ` : '' });
    }
  }
  came.push(await sealUnheard(program, ledger));
  return {
    runs: came.length,
    untrue: came.filter(({ untrue }) => untrue).length,
    said: came.map(({ said }) => said).join(''),
  };
}

/** Sealing writes too, in a ledger that is written no more afterwards. */
async function sealUnheard(program: Program, ledger: string): Promise<{ untrue: boolean; said: string }> {
  const before = heldIn(ledger).entries;
  const { code, stderr } = await runDeaf(program, ['seal', ledger, '--by', '审定甲'], 'full stdout');
  const untrue = heldIn(ledger).entries !== before + 1 || code !== 75;
  return { untrue, said: untrue ? `seal: ${code} ${stderr}; ` : '' };
}

/** A file with a good row and one whose day is none. */
function mixedFile(folder: string, prefix: string): string {
  const file = findingsFile(folder, prefix, 1);
  appendFileSync(file, `${prefix}-2,s,d,yesterday,,C1\n`);
  return file;
}

async function runDeaf(program: Program, args: readonly string[], deaf: string): Promise<Ended> {
  const place = deaf.endsWith('stdout') ? 1 : 2;
  const stdio: ('ignore' | 'pipe' | number)[] = ['ignore', 'pipe', 'pipe'];
  if (deaf.startsWith('full')) {
    const device = openSync('/dev/full', 'w');
    stdio[place] = device;
    const ended = await run(program, args, { stdio });
    closeSync(device);
    return ended;
  }
  const { child, ended } = start(program, args);
  (place === 1 ? child.stdout : child.stderr)?.destroy();
  return ended;
}
