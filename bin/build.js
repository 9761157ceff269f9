// Builds dist/: the program bundled into ES modules, each command in a chunk of its own, the driver left outside.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
await build({
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
  // Some CommonJS dependencies still call require.
  banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
});
