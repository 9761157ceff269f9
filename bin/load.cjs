// Loads the files of the built program; the build puts it beside them. V8 compiles a function when it is first called,
// and at a start that takes about as long as what the functions do: what it has compiled by the end of a run is kept
// beside the program, and later runs take it over (`createCachedData` in Node's documentation of `vm.Script`).
'use strict';
const {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} = require('node:fs');
const { Script } = require('node:vm');

/** What one Node has compiled is of no use to another. */
const CACHE = `${__dirname}/.cache/${process.version}-${process.arch}`;

const piece = Buffer.allocUnsafe(1 << 16);

const loaded = new Map();
/** The scripts that nothing was kept of, by the name of their file. */
const compiled = new Map();

/**
 * What a file exports; loaded once.
 * @param name of a file beside this one. What is kept of it goes by its name, so the build puts a digest of the content
 * into that
 */
function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const filename = `${__dirname}/${name}`;
  // A file is ASCII alone.
  const source = `(function (exports, require, module, __filename, __dirname) {\n${readFileSync(filename, 'latin1')}\n})`;
  const cachedData = kept(name);
  const script = new Script(source, { filename, lineOffset: -1, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) {
    if (compiled.size === 0) process.once('exit', keep);
    compiled.set(name, script);
  }
  script.runInThisContext()(module.exports, required, module, filename, __dirname);
  return module.exports;
}

const required = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));

/**
 * What was kept of a file. It is there twice, for V8 would believe a damaged one, and do what it says. The second is
 * compared a piece at a time: to have all of it in memory would take longer than to read it.
 */
function kept(name) {
  let file;
  try {
    file = openSync(`${CACHE}/${name}`);
    const size = fstatSync(file).size / 2;
    const one = Buffer.allocUnsafe(size);
    if (readSync(file, one) !== size) return undefined;
    for (let at = 0; at < size; at += piece.length) {
      const same = one.subarray(at, at + piece.length);
      if (readSync(file, piece) !== same.length || !same.equals(piece.subarray(0, same.length)))
        return undefined;
    }
    return one;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Keeps what this run has compiled. Where that cannot be written, the next one compiles again. A thread keeps nothing. */
function keep() {
  if (!require('node:worker_threads').isMainThread) return;
  try {
    mkdirSync(CACHE, { recursive: true });
    for (const [name, script] of compiled) write(name, script);
  } catch {
    // Nobody is kept from his work for it, and no exit code changes.
  }
}

function write(name, script) {
  const own = `${CACHE}/${name}.${process.pid}`;
  try {
    writeFileSync(own, '');
    const bytes = script.createCachedData();
    writeFileSync(own, Buffer.concat([bytes, bytes]));
    renameSync(own, `${CACHE}/${name}`);
  } finally {
    rmSync(own, { force: true });
  }
}

module.exports = { load };
