// Where the launcher comes in: the real world, then the command line, loaded only when there is more to say than a version.
import { writeSync } from 'node:fs';
import { version } from './version.ts';

/** Runs the program in the real world and returns the exit code. @param home the folder of the program */
export async function run(argv: readonly string[], home: string): Promise<number> {
  if (argv.length === 1 && argv[0] === '--version') {
    try {
      // Node's own streams would take longer to load than all the rest.
      writeSync(1, `${version}\n`);
      return 0;
    } catch {
      // A reader that went away, or a full disk: the program says so.
    }
  }
  const { program } = await import('./program.ts');
  return program(argv, home);
}
