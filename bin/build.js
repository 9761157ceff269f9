// Builds dist/: the program bundled into ES modules, each command in a chunk of its own, the driver left outside.
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const { metafile } = await build({
  entryPoints: ['src/cli/run.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.14',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  external: ['better-sqlite3'],
  metafile: true,
  // Some CommonJS dependencies still call require; others import createRequire themselves, so it has another name here.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);",
  },
});

// What an earlier build left goes last: the program is there at every moment.
const built = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const name of readdirSync('dist')) {
  if (!built.has(name)) rmSync(join('dist', name), { recursive: true });
}
