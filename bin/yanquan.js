#!/usr/bin/env node
// The launcher: makes sure of a Node that the driver can run on and of a built program, and sets the exit code.
// Old syntax on purpose, so that an old Node can read it and say what is wrong.
import { dirname, join } from 'node:path';
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
  if (!process.getBuiltinModule('node:fs').existsSync(program)) {
    leave('yanquan is not built yet: npm run build. 严圈尚未构建，请运行 npm run build。');
    return;
  }
  const { run } = process.getBuiltinModule('node:module').createRequire(import.meta.url)(program);
  const code = await run(process.argv.slice(2), home);
  process.exitCode = code;
  if (code === 141 && process.platform !== 'win32') endBy('SIGPIPE');
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
