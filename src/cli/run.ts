// Where the launcher comes in: the real world, then the command line, loaded only when there is more to say than a version.
import { version } from './version.ts';

/** Runs the program in the real world and returns the exit code. @param home the folder of the program */
export async function run(argv: readonly string[], home: string): Promise<number> {
  if (argv.length === 1 && argv[0] === '--version') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const { program } = await import('./program.ts');
  return program(argv, home);
}
