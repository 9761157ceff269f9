// Completes package-lock.json: `npm run lock`, after a change of packages.
//
// Tools come with a package for every platform. A registry's mirror may lack some of them; npm then leaves them out of
// the lock file and `npm ci` refuses it everywhere. They are put in by name, version, system and processor, as the
// tool's own package lists them, without a checksum: nothing is known here but that they exist.
//
// And npm before 11 calls a compiler for a package that has sources next to its binaries, as the ledger's driver has,
// unless the entry says that it needs none. npm drops that word whenever it writes the lock file.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** What a platform package says of itself, read from its name: `@oxc-parser/binding-linux-x64-musl`. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = SYSTEMS.find((each) => words.includes(each));
  const cpu = PROCESSORS.find((each) => words.includes(each));
  if (os === undefined || cpu === undefined) throw new Error(`which platform is ${name} for?`);
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return { cpu: [cpu], ...(libc && { libc }), os: [os] };
}

const added = [];
for (const [path, about] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(about.optionalDependencies ?? {})) {
    const there = [`node_modules/${name}`, `${path}/node_modules/${name}`].some((at) => lock.packages[at]);
    if (there) continue;
    const { cpu, libc, os } = platformOf(name);
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(about.dev && { dev: true }),
      ...(libc && { libc }),
      optional: true,
      os,
      ...(about.engines && { engines: about.engines }),
    };
    added.push(name);
  }
}
for (const name of ['better-sqlite3']) {
  const entry = lock.packages[`node_modules/${name}`];
  if (entry.gypfile === false) continue;
  entry.gypfile = false;
  added.push(`gypfile: false to ${name}`);
}
const ordered = Object.entries(lock.packages).sort(([left], [right]) => left.localeCompare(right, 'en'));
lock.packages = Object.fromEntries(ordered);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.error(
  added.length === 0 ? 'package-lock.json: complete' : `package-lock.json: added ${added.join(', ')}`,
);
