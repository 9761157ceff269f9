// The one decision about colour, for each stream: `--color`, then NO_COLOR, FORCE_COLOR, the terminal and its TERM.
import type { Context } from './context.ts';

export interface Colours {
  readonly stdout: boolean;
  readonly stderr: boolean;
}

/** Whether each stream is coloured. @param given what `--color` says */
export function colours(given: string | undefined, context: Context): Colours {
  const { env } = context;
  const both = (value: boolean): Colours => ({ stdout: value, stderr: value });
  if (given === 'always' || given === 'never') return both(given === 'always');
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return both(false);
  if (env.FORCE_COLOR !== undefined) return both(env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false');
  const able = env.TERM !== 'dumb';
  return { stdout: able && context.stdoutIsTerminal, stderr: able && context.stderrIsTerminal };
}
