// What `verify` says of a ledger, as the program is run by somebody who doubts it.
import type { Ran } from '../support/run.ts';
import { type Program, runSeries } from './program.ts';

interface Line {
  readonly check: string;
  readonly verdict: string;
}

/**
 * What `verify` finds damaged in each of several ledgers: a line for each fault, or the one word `refused` when it is not
 * opened. @param more options of `verify` @throws Error when the program ends in any other way
 */
export async function damageIn(
  program: Program,
  ledgers: readonly string[],
  more: readonly string[] = [],
): Promise<readonly (readonly string[])[]> {
  const came = await runSeries(
    program,
    ledgers.map((ledger) => ['verify', '--json', ...more, '--ledger', ledger]),
  );
  return came.map(damageSaid);
}

function damageSaid({ code, stdout, stderr }: Ran): readonly string[] {
  const answer = JSON.parse(stdout) as Line[] | { readonly problems: readonly unknown[] };
  if (!Array.isArray(answer) && (code === 1 || code === 4)) return ['refused'];
  if (!Array.isArray(answer) || (code !== 0 && code !== 4)) throw new Error(`verify: ${code}\n${stderr}`);
  const lines = answer.filter(({ verdict }) => verdict === 'damaged');
  if (lines.length > 0 !== (code === 4)) throw new Error(`verify: ${code} with ${lines.length} faults`);
  return lines.map((line) => JSON.stringify(line));
}
