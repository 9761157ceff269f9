// The licences of everything that is bundled, as one text next to the program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** The file in `dist` that names every bundled package, with the text of its licence. */
const THIRD_PARTY = 'THIRD-PARTY';

const RULE = '-'.repeat(80);

/** For a package that names this licence and its authors, but has no text of it. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Data that is written into the program's own files (`npm run strokes`, `npm run holidays`): no module tells of it. */
const DATA: readonly string[] = [
  `chinese-days 1.5.7 (MIT)

The days off and make-up working days follow this package, put into tables.

Copyright (c) 2024 Yawei sun

${MIT}
`,
  `cnchar-order 3.2.6 (MIT)

The order of characters by their strokes follows this package, put in order.

Copyright (c) 2017 theajack

${MIT}
`,
  `Conway Stroke Data (CC-BY-4.0)

Copyright (c) Conway, https://github.com/stroke-input/stroke-input-data

Licensed under the Creative Commons Attribution 4.0 International licence,
https://creativecommons.org/licenses/by/4.0/. Changed: the sequences of strokes of characters that the package above
lacks are put in order; the sequences themselves are left out. No warranty is given.
`,
];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

/** Writes the licences next to the program, from the packages whose modules have gone into it. */
export const thirdParty: Plugin = {
  name: 'third party',
  generateBundle(_options, files) {
    const folders = new Set<string>();
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue;
      for (const id of file.moduleIds) {
        const [, folder] = /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(id) ?? [];
        if (folder !== undefined) folders.add(folder);
      }
    }
    const notices = [...[...folders].map(notice), ...DATA].sort((left, right) => (left < right ? -1 : 1));
    this.emitFile({ type: 'asset', fileName: THIRD_PARTY, source: notices.join(`\n${RULE}\n\n`) });
  },
};

/** @throws Error when a package gives no licence: it must not be shipped. */
function notice(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const texts = [...licenceFiles(folder), ...licenceFiles(join(folder, 'dist'))];
  const text = texts.length > 0 ? texts.join('\n') : (licenceInReadme(folder) ?? mitOf(about));
  if (text === undefined) throw new Error(`no licence text of ${about.name}`);
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd());
  return `${about.name} ${about.version} (${about.license})\n\n${lines.join('\n').trim()}\n`;
}

function licenceFiles(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const licences = names.filter((name) => /^(licen[cs]e|copying|notice|third.?party)/i.test(name)).sort();
  return licences.map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** The chapter on the licence, where it has the text and not only the name. */
function licenceInReadme(folder: string): string | undefined {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const chapters = readme.split(/^#+ */m).filter((each) => /^licen[cs]e *\n/i.test(each));
  const text = chapters.at(-1)?.replace(/^.*\n/, '');
  return text?.includes('Permission is hereby granted') ? text : undefined;
}

function mitOf({ license, author }: Manifest): string | undefined {
  const holder = typeof author === 'string' ? author : author?.name;
  return license === 'MIT' && holder !== undefined ? `Copyright (c) ${holder}\n\n${MIT}` : undefined;
}
