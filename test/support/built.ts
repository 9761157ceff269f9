// The program as it is shipped: bundled into a folder of its own, to be run in real processes.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { home, type Ran } from './run.ts';

const made = new Map<string, Promise<string>>();

/**
 * The path of a launcher of the bundled program, built once.
 * @param name whose build it is: `as written`, or that of a plugin
 * @param plugins change the source on its way into the bundle
 */
export function builtProgram(name = 'as written', plugins: Plugin[] = []): Promise<string> {
  const known = made.get(name) ?? make(plugins);
  made.set(name, known);
  return known;
}

async function make(plugins: Plugin[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-built-'));
  // Other users run it too, in the tests of what they may not do.
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    absWorkingDir: home,
    entryPoints: ['src/cli/run.ts'],
    outdir: join(folder, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.14',
    logLevel: 'silent',
    external: ['better-sqlite3'],
    plugins,
    banner: {
      // As in bin/build.js: some dependencies bring a createRequire of their own.
      js: "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);",
    },
  });
  symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
  const launcher = join(folder, 'yanquan.mjs');
  // As bin/yanquan.js does, with a word on memory for whoever measures it.
  const cache = JSON.stringify(join(folder, 'cache'));
  writeFileSync(
    launcher,
    `import { enableCompileCache } from 'node:module';
enableCompileCache(${cache});
if (process.env.TEST_UMASK) process.umask(Number(process.env.TEST_UMASK));
const { run } = await import('./dist/run.js');
process.exitCode = await run(process.argv.slice(2), ${JSON.stringify(home)});
if (process.env.YANQUAN_RSS) process.stderr.write('\\nRSS ' + process.resourceUsage().maxRSS + '\\n');
`,
  );
  return launcher;
}

/** The bundled program in a process of its own. */
export interface Child {
  /** What it came to; the code is -1 when it was killed. */
  readonly ended: Promise<Ran>;
  /** Ends it without a word of warning. */
  kill(): void;
}

/** Starts the bundled program in a process of its own. */
export async function startBuilt(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Child> {
  const launcher = await builtProgram();
  const child = spawn(process.execPath, [launcher, ...args], {
    env: { ...process.env, YANQUAN_LANG: 'en', YANQUAN_ACTOR: 'tester', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
  return { ended, kill: () => child.kill('SIGKILL') };
}

/** Runs the bundled program in a process of its own; a variable that is undefined is not there. */
export async function runBuilt(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Ran> {
  return (await startBuilt(args, env)).ended;
}
