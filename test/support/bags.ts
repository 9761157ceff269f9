// The bags for offices without Node: made by the script that makes them for release, and unpacked.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { extract } from 'tar';
import { home } from './run.ts';

const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };

/** The name of a platform's bag, of its archive and of the folder in it. */
export const bagName = (platform: string): string => `yanquan-${version}-${platform}`;

/** Makes the bags of the platforms (all without any) as archives in a folder. */
export function makeBags(folder: string, ...platforms: readonly string[]): void {
  const only = platforms.flatMap((each) => ['--only', each]);
  execFileSync(process.execPath, [join(home, 'bin/bundle.js'), '--to', folder, ...only], {
    stdio: 'inherit',
  });
}

/** Unpacks a platform's bag from the folder of the archives into another, and returns the bag's own folder. */
export function unpackBag(archives: string, platform: string, into: string): string {
  const name = bagName(platform);
  mkdirSync(into, { recursive: true });
  const zip = join(archives, `${name}.zip`);
  if (!existsSync(zip)) extract({ file: join(archives, `${name}.tar.gz`), cwd: into, sync: true });
  else {
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
      mkdirSync(dirname(join(into, path)), { recursive: true });
      writeFileSync(join(into, path), bytes);
    }
  }
  return join(into, name);
}
