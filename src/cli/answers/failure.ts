// What an error that ends a run amounts to: a failure with its kind, or a bug.
import { Failure, type Problem, problem } from '../../domain/problem.ts';
import { version } from '../version.ts';

/** The failure that an error is; what nothing foresaw is a bug, with its stack. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const refused = refusedByTheSystem(error);
  if (refused !== undefined) return new Failure('refused', [refused]);
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Failure('bug', [problem('bug', { version, detail })]);
}

/** What no part of the program can help: a driver that cannot be loaded here, a folder that is no more. */
function refusedByTheSystem(error: unknown): Problem | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  if (error.code === 'ERR_DLOPEN_FAILED') return problem('driver_unloadable', { detail: error.message });
  return 'syscall' in error && error.syscall === 'uv_cwd' ? problem('working_folder_gone') : undefined;
}
