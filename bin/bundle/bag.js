// Lays out the bag of one platform: runtime, program, driver, launchers, guide, licences, checksums.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './archive.js';
import { takeRuntime } from './runtime.js';

const DRIVER = 'node_modules/better-sqlite3';
const here = import.meta.dirname;

/** Files of a bag that can be run. */
export const runnable = ['yanquan', 'yanquan.cmd', 'node/node', 'node/node.exe'];

/** Makes the bag in `folder`. @param home the project, built */
export function layOut(platform, licence, { home, folder, temporary, version }) {
  mkdirSync(folder, { recursive: true });
  takeRuntime(platform, licence, join(folder, 'node'), temporary);
  const shipped = ['fixtures/default', 'fixtures/tongjing', 'package.json', 'CHANGELOG.md'];
  for (const path of ['bin/yanquan.js', 'dist', ...shipped]) {
    cpSync(join(home, path), join(folder, 'app', path), { recursive: true });
  }
  for (const path of ['package.json', 'lib', `prebuilds/${platform.driver}`]) {
    cpSync(join(home, DRIVER, path), join(folder, 'app', DRIVER, path), { recursive: true });
  }
  writeFileSync(join(folder, 'yanquan'), text('yanquan.sh'));
  writeFileSync(join(folder, 'yanquan.cmd'), withCrlf(text('yanquan.cmd')));
  const guide = text('guide.txt').replaceAll('{version}', version).replaceAll('{platform}', platform.name);
  // Old editors on Windows take a file without the mark for GBK, and one line for the whole of it.
  writeFileSync(join(folder, '使用说明.txt'), `\uFEFF${withCrlf(guide)}`);
  licences(home, join(folder, 'licences'));
  const sums = filesBelow(folder).map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
}

const text = (name) => readFileSync(join(here, name), 'utf8');
const withCrlf = (lines) => lines.replace(/\r?\n/g, '\r\n');

/** SHA-256 as 64 hex digits. */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The licence of the program, and those of everything that is bundled in it. */
function licences(home, folder) {
  mkdirSync(folder, { recursive: true });
  cpSync(join(home, 'LICENSE'), join(folder, 'yanquan.txt'));
  cpSync(join(home, 'dist', 'THIRD-PARTY'), join(folder, 'THIRD-PARTY.txt'));
}
