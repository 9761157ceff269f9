// Where the launcher comes in: the real world, then the command line.
import { processContext } from './context.ts';
import { main } from './main.ts';

/** Runs the program in the real world and returns the exit code. @param home the folder of the program */
export function run(argv: readonly string[], home: string): Promise<number> {
  return main(argv, processContext(home));
}
