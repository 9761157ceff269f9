// The standard descriptors without Node's streams over them, which take longer to load than a short answer to write.
import { fstatSync, statSync, writeSync } from 'node:fs';

/** Whether a descriptor is a terminal. Most are pipes, files or nothing, and Node's `tty` need not be asked of those. */
export function isTerminal(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    if (!found.isCharacterDevice() || found.rdev === nothing()) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}

/** The device of nothing, where there is one of that name. */
function nothing(): number | undefined {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}

/** How many milliseconds to wait for a reader who has set the descriptor not to wait. */
const PAUSE = 10;

/**
 * Writes the talk on a descriptor, in one go. There may be no reader: that must not end a command, nor change what
 * its exit code says.
 */
export function say(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
