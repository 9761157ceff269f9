// What a command is: declared as data (arguments, options), run as a function.
import type { Input } from './options/input.ts';
import type { Session } from './session.ts';

/** An option: its flags as commander writes them. Its help is the text `option.<key>`. */
export interface OptionSpec {
  readonly flags: string;
  /** The key of the help text; by default the long flag's name. */
  readonly help?: string;
  /** The words it takes, shown in the help and checked. */
  readonly choices?: readonly string[];
  /** Where the choices are codes: the first part of their terms (`result` for `result.rectified`). */
  readonly terms?: string;
  /** A word that is none of the choices is left to the reader of the column. */
  readonly asFile?: true;
  readonly required?: true;
}

/**
 * Which shared options a command has: `list` writes a report, `write` writes to the ledger, `create` makes one, `answer`
 * does something else that a script wants to know of.
 */
export type Trait = 'list' | 'write' | 'create' | 'answer';

/** One command, or subcommand (`round open`). Its help is `help.<name>`, its example `example.<name>`. */
export interface CommandSpec {
  readonly name: string;
  /** Arguments as commander writes them: `<no>`, `<file...>`, `[no]`. */
  readonly arguments?: string;
  readonly options?: readonly OptionSpec[];
  readonly traits?: readonly Trait[];
  /** Runs the command and returns the exit code. @throws Failure */
  readonly run: (session: Session, input: Input) => Promise<number> | number;
}

/** Whether a command answers with one object under `--json`; those that only list answer with their rows. */
export function answersWithObject({ traits }: CommandSpec): boolean {
  return traits?.some((trait) => trait !== 'list') === true;
}
