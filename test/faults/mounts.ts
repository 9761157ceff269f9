// Small file systems of their own, and users that may do less: what the faults of storage are made with.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { faultFolder } from './material.ts';
import { type Program, run } from './program.ts';

/** The user without any rights, where this process may become another one. */
const NOBODY = 65_534;

const isRoot = process.getuid?.() === 0;

/** Why no file system can be mounted here, or undefined when one can. */
export function unmountable(): string | undefined {
  const folder = faultFolder();
  try {
    mount(folder, 'size=64k');
    execFileSync('umount', [folder], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return isRoot ? `no tmpfs can be mounted: ${String(error)}` : 'only root can mount a tmpfs';
  }
}

function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
}

/** Works in a file system of its own. @param options of tmpfs: `size=1m`, `nr_inodes=9` */
export async function onTmpfs<T>(options: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(faultFolder(), 'mounted');
  mkdirSync(folder);
  mount(folder, options);
  try {
    return await work(folder);
  } finally {
    execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
    rmSync(folder, { recursive: true });
  }
}

/** Makes a mounted file system read-only. */
export function remountReadOnly(folder: string): void {
  execFileSync('mount', ['-o', 'remount,ro', folder], { stdio: 'pipe' });
}

/** The user to run as where rights matter: nobody for root, else who we are. */
export const ordinaryUser: number | undefined = isRoot ? NOBODY : undefined;

/** Why an ordinary user cannot run the program here, or undefined. */
export async function unusableByOthers(program: Program): Promise<string | undefined> {
  try {
    const { code } = await run(program, ['--version'], { uid: ordinaryUser });
    return code === 0 ? undefined : `an ordinary user cannot run the program (${code})`;
  } catch (error) {
    return `no process of an ordinary user can be started: ${String(error)}`;
  }
}

/** Gives a folder and the files in it to the ordinary user, with these modes. */
export function handOver(
  folder: string,
  files: readonly string[],
  folderMode: number,
  fileMode: number,
): void {
  for (const file of files) {
    if (ordinaryUser !== undefined) chownSync(file, ordinaryUser, ordinaryUser);
    chmodSync(file, fileMode);
  }
  if (ordinaryUser !== undefined) chownSync(folder, ordinaryUser, ordinaryUser);
  chmodSync(folder, folderMode);
}
