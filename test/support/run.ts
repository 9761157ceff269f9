// Runs the command line in this process, with everything it meets given and everything it says kept.
import { Writable } from 'node:stream';
import type { Context } from '../../src/cli/context.ts';
import { main } from '../../src/cli/main.ts';
import { type Typed, USUAL } from '../../src/i18n/shell.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly env?: Readonly<Record<string, string>>;
  /** Columns of the terminal; none by default: output goes to a pipe. */
  readonly width?: number;
  /** The instant of the run. */
  readonly now?: string;
  readonly stdin?: number;
  /** The clock, where the run has to see time pass. */
  readonly clock?: () => Date;
  readonly stderrIsTerminal?: boolean;
  /** What is typed when a secret is asked for, one after the other; without it there is no terminal to ask at. */
  readonly secrets?: readonly string[];
  /** How commands are typed; a POSIX shell by default. */
  readonly typed?: Typed;
}

/** The folder of the program. */
export const home = new URL('../..', import.meta.url).pathname;

/** Runs `yanquan` with arguments: in English on a pipe unless the world says otherwise. */
export async function run(args: readonly string[], world: World = {}): Promise<Ran> {
  const { bytes, ...ran } = await runBytes(args, world);
  return { ...ran, stdout: bytes.toString('utf8') };
}

/** The same, with the bytes of the answer as they are. */
export async function runBytes(
  args: readonly string[],
  world: World = {},
): Promise<Omit<Ran, 'stdout'> & { readonly bytes: Buffer }> {
  const out: Buffer[] = [];
  let stderr = '';
  const stdout = new Writable({
    write(chunk: Buffer, _, done) {
      out.push(Buffer.from(chunk));
      done();
    },
  });
  const context: Context = {
    stdout,
    stderr: (text) => {
      stderr += text;
    },
    stdin: world.stdin ?? 0,
    width: world.width,
    stdoutIsTerminal: world.width !== undefined,
    stderrIsTerminal: world.stderrIsTerminal === true,
    env: { YANQUAN_LANG: 'en', YANQUAN_ACTOR: 'tester', ...world.env },
    now: world.clock ?? (() => new Date(world.now ?? '2026-01-01T00:00:00Z')),
    typed: world.typed ?? USUAL,
    systemUser: () => 'tester',
    ...(world.secrets !== undefined && { askSecret: answering(world.secrets) }),
    home,
  };
  const code = await main(args, context);
  return { code, bytes: Buffer.concat(out), stderr };
}

function answering(secrets: readonly string[]): (question: string) => Promise<string> {
  const left = [...secrets];
  return async () => left.shift() ?? '';
}

/** Runs and expects success. */
export async function runOk(args: readonly string[], world: World = {}): Promise<Ran> {
  const ran = await run(args, world);
  if (ran.code !== 0) throw new Error(`yanquan ${args.join(' ')}: exit ${ran.code}\n${ran.stderr}`);
  return ran;
}
