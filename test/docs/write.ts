// Writes the generated parts of the project's pages anew, and the man page: `npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { writeListKeys } from './list-keys.ts';
import { manFile, manPage } from './man.ts';
import { filled, pages } from './readme.ts';

await writeListKeys();

const home = new URL('../../', import.meta.url);
for (const page of pages) {
  const file = new URL(page, home);
  writeFileSync(file, await filled(readFileSync(file, 'utf8')));
}
writeFileSync(new URL(manFile, home), await manPage());
