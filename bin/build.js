// Builds dist/: the program bundled, each command in a chunk of its own, the driver left outside.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundled } from './bundler.ts';

const { output } = await bundled('dist');

// What an earlier build left goes last: the program is there at every moment.
const built = new Set(output.map(({ fileName }) => fileName));
for (const name of readdirSync('dist')) {
  if (!built.has(name)) rmSync(join('dist', name), { recursive: true });
}
