// Making files durable, as each platform asks for it: Windows syncs only handles that may write, and no folders.
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes the content of a file durable. @throws the system's error */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes the name of a file durable where the platform can: Windows keeps names in its own journal. @throws the system's error */
export function syncName(file: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Removes a temporary file. One that another program holds (a virus scanner) is left: that is no failure of the command. */
export function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It is empty of meaning, and its name says so.
  }
}
