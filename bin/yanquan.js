#!/usr/bin/env node
// The launcher: makes sure of a Node that the driver can run on and of a built program, turns on Node's own compile
// cache, and sets the exit code.
// Old syntax on purpose, so that an old Node can read it and say what is wrong.
import { dirname, isAbsolute, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const pinned = join(home, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const program = join(home, 'dist', 'run.cjs');

// better-sqlite3 crashes without a word below Node-API 10.
if (Number(process.versions.napi) >= 10) start();
else handOver();

/** Says in one line why nothing was run. */
function leave(why) {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}

async function start() {
  // An `import` of it would load its streams too, at every start.
  const fs = process.getBuiltinModule('node:fs');
  if (!fs.existsSync(program)) {
    leave('yanquan is not built yet: npm run build. 严圈尚未构建，请运行 npm run build。');
    return;
  }
  const { createRequire, enableCompileCache } = process.getBuiltinModule('node:module');
  const cache = cacheFolder(fs);
  if (cache !== undefined) enableCompileCache(cache);
  const { run } = createRequire(import.meta.url)(program);
  const code = await run(process.argv.slice(2), home);
  process.exitCode = code;
  if (code === 141 && process.platform !== 'win32') endBy('SIGPIPE');
}

/**
 * The folder for what V8 has compiled, made where it is missing. Node runs what lies there whoever has written it, so the
 * folder must be the user's own and closed to everybody else. Where it is not, there is no cache: that is only slower.
 */
function cacheFolder(fs) {
  const above = cacheHome(process.env);
  if (above === undefined) return undefined;
  const folder = join(above, 'yanquan');
  if (folder.startsWith(join(home, sep))) return undefined;
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const about = fs.lstatSync(folder);
    if (!about.isDirectory() || !isOwn(about)) return undefined;
    if (process.platform !== 'win32' && (about.mode & 0o077) !== 0) return undefined;
    // Node keeps a folder in it for each of its versions.
    const inside = fs.readdirSync(folder).map((name) => fs.lstatSync(join(folder, name)));
    return inside.every((each) => !each.isSymbolicLink() && isOwn(each)) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Where caches of this user lie. The XDG Base Directory Specification asks to ignore a relative path. */
function cacheHome({ XDG_CACHE_HOME, HOME, LOCALAPPDATA }) {
  const usable = (folder) => folder !== undefined && isAbsolute(folder);
  if (process.platform === 'win32') return usable(LOCALAPPDATA) ? LOCALAPPDATA : undefined;
  if (usable(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  return usable(HOME) ? join(HOME, '.cache') : undefined;
}

/**
 * Whether a file belongs to this user. On Windows Node does not know; there the folder of a profile is closed to
 * others.
 */
function isOwn({ uid }) {
  return process.platform === 'win32' || uid === process.geteuid();
}

/** Ends by a signal that Node ignores from its start: with its last listener gone, the system's own way holds again. */
function endBy(signal) {
  const none = () => undefined;
  process.on(signal, none);
  process.removeListener(signal, none);
  process.kill(process.pid, signal);
}

/** Runs the program under the pinned Node: its streams, signals and exit code are ours. */
async function handOver() {
  const { existsSync } = await import('node:fs');
  if (!existsSync(pinned)) {
    leave(
      `yanquan needs Node 22.14 or newer; this is ${process.version}. 严圈需要 Node 22.14 或更新的版本。`,
    );
    return;
  }
  const { spawn } = await import('node:child_process');
  const child = spawn(pinned, process.argv.slice(1), { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => leave(`yanquan: ${pinned}: ${error.message}`));
  child.on('exit', (code, signal) => {
    for (const each of signals) process.removeListener(each, forward);
    if (signal === null) process.exitCode = code;
    else endBy(signal);
  });
}
