// The man page is as `npm run docs` writes it, is shipped, and groff has nothing to say against it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { home } from '../support/run.ts';
import { allLeaves } from './commands.ts';
import { manFile, manPage } from './man.ts';

const page = readFileSync(join(home, manFile), 'utf8');
const groff = (...options: string[]) =>
  spawnSync('groff', ['-man', '-Kutf8', '-Tutf8', '-ww', ...options, join(home, manFile)], {
    encoding: 'utf8',
  });

describe('the man page', () => {
  it('is as `npm run docs` writes it', async () => {
    expect(page).toBe(await manPage());
  });

  it('is in the package', () => {
    const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
      man: string;
      files: string[];
    };
    expect(manifest.man).toBe(manFile);
    expect(manifest.files).toContain(manFile);
  });

  it.skipIf(groff('-z').error !== undefined)('is set without a warning, with every command', async () => {
    const { stdout, stderr } = groff('-P-cbou');
    expect(stderr).toBe('');
    for (const [name] of await allLeaves()) expect(stdout).toMatch(new RegExp(`^ +${name}\\b`, 'm'));
  });
});
