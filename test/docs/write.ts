// Writes the README's generated parts anew: `npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { filled } from './readme.ts';

const file = new URL('../../README.md', import.meta.url);
writeFileSync(file, await filled(readFileSync(file, 'utf8')));
