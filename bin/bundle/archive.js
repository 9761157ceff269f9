// Packs a folder into one archive: the same files give the same bytes, on whatever day.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { create } from 'tar';

/** No file of a bag says when it was packed. */
const DAY = new Date('2018-09-12T00:00:00Z');
const RUNS = 0o755;
const READS = 0o644;
const UNIX = 3;

/** Every file below a folder, in one order, as paths with `/` relative to it. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Packs `folder` under its own name. @param runs the files in it that can be run */
export function pack(folder, file, kind, runs) {
  const top = basename(folder);
  const mode = (path) => (runs.includes(path) ? RUNS : READS);
  if (kind === 'zip') {
    const entries = filesBelow(folder).map((path) => [
      `${top}/${path}`,
      [
        readFileSync(join(folder, path)),
        { level: 9, mtime: DAY, os: UNIX, attrs: (0o100000 | mode(path)) << 16 },
      ],
    ]);
    writeFileSync(file, zipSync(Object.fromEntries(entries)));
    return;
  }
  create(
    {
      file,
      cwd: dirname(folder),
      gzip: { level: 9 },
      sync: true,
      portable: true,
      mtime: DAY,
      onWriteEntry: (entry) => {
        entry.stat.mode = (entry.stat.mode & ~0o777) | mode(entry.path.slice(top.length + 1));
      },
    },
    filesBelow(folder).map((path) => `${top}/${path}`),
  );
}
