#!/usr/bin/env node
// The launcher: makes sure of a Node that the driver can run on, turns on the compile cache, sets the exit code.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const pinned = join(home, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

// better-sqlite3 crashes without a word below Node-API 10.
if (Number(process.versions.napi) >= 10) {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache?.(join(home, 'dist', '.cache'));
  const { run } = await import('../dist/run.js');
  process.exitCode = await run(process.argv.slice(2), home);
} else if (existsSync(pinned)) {
  const child = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' });
  if (child.signal) process.kill(process.pid, child.signal);
  process.exitCode = child.status ?? 70;
} else {
  process.stderr.write(`yanquan needs Node 22.14 or newer; this is ${process.version}. 严圈需要 Node 22.14 或更新的版本。\n`);
  process.exitCode = 1;
}
