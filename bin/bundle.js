// Makes the bags for offices without Node: `npm run bundle`, one archive a platform, in bundle/ or where --to says.
// Options: --to DIR, --only PLATFORM (may be repeated)
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { pack } from './bundle/archive.js';
import { layOut, runnable, sha256 } from './bundle/bag.js';
import { platforms } from './bundle/platforms.js';

const home = join(import.meta.dirname, '..');
const { values: given } = parseArgs({
  options: {
    to: { type: 'string', default: join(home, 'bundle') },
    only: { type: 'string', multiple: true },
  },
});
const names = platforms.map((each) => each.name);
const unknown = given.only?.find((each) => !names.includes(each));
if (unknown !== undefined) throw new Error(`no platform ${unknown}: there are ${names.join(', ')}`);

const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const temporary = mkdtempSync(join(tmpdir(), 'yanquan-bundle-'));
try {
  process.chdir(home);
  await import('./build.js');
  mkdirSync(given.to, { recursive: true });
  const sums = [];
  for (const platform of platforms) {
    if (given.only !== undefined && !given.only.includes(platform.name)) continue;
    const folder = join(temporary, 'bags', `yanquan-${version}-${platform.name}`);
    const licence = platforms.find((each) => each.name === 'linux-x64');
    layOut(platform, licence, { home, folder, temporary, version });
    const file = join(given.to, `${basename(folder)}.${platform.archive}`);
    pack(folder, file, platform.archive, runnable);
    sums.push(`${sha256(readFileSync(file))}  ${basename(file)}\n`);
    console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(1)} MB`);
    rmSync(folder, { recursive: true });
  }
  writeFileSync(join(given.to, 'SHA256SUMS'), sums.join(''));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
