// Every package that is bundled is named next to the program, with the text of its licence.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundled } from '../../bin/bundler.ts';
import { temporaryFolder } from '../support/folder.ts';

/** What a licence says that is none of the names of licences. */
const GRANTS =
  /Permission (is hereby granted|to use, copy, modify)|Redistribution and use in source and binary forms/;

/** Data that is written into files of the program: its name, who holds the rights, and a line of the licence. */
const DATA = [
  ['chinese-days 1.', 'Copyright', 'Permission is hereby granted'],
  ['cnchar-order 3.2.6 (MIT)', 'Copyright (c) 2017 theajack', 'Permission is hereby granted'],
  ['Conway Stroke Data (CC-BY-4.0)', 'Conway', 'https://creativecommons.org/licenses/by/4.0/'],
] as const;

it('names every bundled package once, with its licence', async () => {
  const folder = temporaryFolder();
  const { output } = await bundled(folder);
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const parts = modules.filter((id) => id.includes('node_modules')).map((id) => id.split('/'));
  const homes = new Set(
    parts.map((steps) => {
      const at = steps.lastIndexOf('node_modules') + 1;
      return steps.slice(0, at + (steps[at]?.startsWith('@') ? 2 : 1)).join('/');
    }),
  );
  expect(homes.size).toBeGreaterThan(30);
  const notices = readFileSync(join(folder, 'THIRD-PARTY'), 'utf8').split(/^-{80}\n\n/m);
  expect(notices.length).toBe(homes.size + DATA.length);
  for (const [name, holder, licence] of DATA) {
    const [own] = notices.filter((notice) => notice.startsWith(name));
    for (const each of [holder, licence]) expect(own, name).toContain(each);
  }
  for (const each of homes) {
    const { name, version, license } = JSON.parse(readFileSync(join(each, 'package.json'), 'utf8'));
    const own = notices.filter((notice) => notice.startsWith(`${name} ${version} (${license})\n\n`));
    expect(own.length, name).toBe(1);
    expect(own[0], name).toMatch(GRANTS);
    expect(own[0], name).toMatch(/copyright/i);
    const file = readdirSync(each).find((path) => /^licen[cs]e/i.test(path));
    const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
    if (file !== undefined)
      expect(words(own[0] ?? '')).toContain(words(readFileSync(join(each, file), 'utf8')));
  }
  // Nothing of what is installed for the program's own development.
  for (const each of ['vitest', 'rolldown', 'typescript'])
    expect(notices.some((one) => one.startsWith(`${each} `))).toBe(false);
});
