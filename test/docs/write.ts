// Writes the generated parts of the project's pages anew: `npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { filled, pages } from './readme.ts';

for (const page of pages) {
  const file = new URL(`../../${page}`, import.meta.url);
  writeFileSync(file, await filled(readFileSync(file, 'utf8')));
}
