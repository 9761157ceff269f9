// The command line in the real world: what the launcher runs when more is asked for than the version.
import { processContext } from './context.ts';
import { main } from './main.ts';

/** Runs the command line for this process. @param home the folder of the program @returns the exit code */
export function program(argv: readonly string[], home: string): Promise<number> {
  return main(argv, processContext(home));
}
