// Fetches a platform's Node from the registry npm is set to, and takes out of it what a bag needs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from 'tar';
import { NODE_VERSION } from './platforms.js';

/**
 * Puts a platform's Node and the licences that go with it into `folder`.
 * @param licence the package whose LICENSE holds the licences of all Nodes of the version: the one for Windows has none
 * @throws when the package is another one than the one whose checksum is pinned
 */
export function takeRuntime(platform, licence, folder, temporary) {
  mkdirSync(folder, { recursive: true });
  const unpacked = join(temporary, platform.name);
  unpack(platform, [platform.node], unpacked);
  copyFileSync(join(unpacked, platform.node), join(folder, platform.runtime));
  const texts = join(temporary, 'licence');
  unpack(licence, ['package/LICENSE'], texts);
  copyFileSync(join(texts, 'package/LICENSE'), join(folder, 'LICENSE'));
  rmSync(unpacked, { recursive: true });
}

function unpack(platform, wanted, folder) {
  mkdirSync(folder, { recursive: true });
  const name = `${platform.package}@${NODE_VERSION}`;
  const packed = join(folder, '..', `${platform.package}-${NODE_VERSION}.tgz`);
  if (!existsSync(packed)) {
    // npm knows the registry, the proxy and the cache; a shell is what starts it on every system.
    execFileSync('npm', ['pack', name, '--silent', '--pack-destination', join(folder, '..')], {
      shell: process.platform === 'win32',
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const found = `sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}`;
  if (found !== platform.integrity) {
    throw new Error(
      `${name}: the package is not the pinned one\n  pinned ${platform.integrity}\n  found  ${found}`,
    );
  }
  extract({ file: packed, cwd: folder, sync: true, filter: (path) => wanted.includes(path) });
}
