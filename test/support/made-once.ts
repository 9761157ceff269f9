// What is costly and never changed is made once for all files of tests, by the first that asks for it.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';

/**
 * The folder that `make` fills: once in a run of the tests, or in this process where nothing is shared. Not to be written to.
 * @param name no other thing has it
 * @throws Error when it could not be made, here or elsewhere
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const shared = inject('sharedFolder') ?? ownFolder();
  const folder = join(shared, name);
  const [done, failed] = [`${folder}.done`, `${folder}.failed`];
  try {
    mkdirSync(folder, { mode: 0o755 });
  } catch {
    while (!existsSync(done)) {
      if (existsSync(failed)) throw new Error(`${name} could not be made`);
      await wait(20);
    }
    return folder;
  }
  try {
    await make(folder);
    writeFileSync(done, '');
  } catch (error) {
    writeFileSync(failed, '');
    throw error;
  }
  return folder;
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-made-'));
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
