// Seeded mutators: a good file with some of its bytes, or of the texts inside it, changed as no writer would.
import { unzipSync } from 'fflate';
import { zipOf } from '../intake/hostile.ts';
import type { Random } from '../reference/prng.ts';

export type Mutate = (good: Buffer, random: Random) => Buffer;

/** Pieces that readers of texts have stumbled over. */
const TEXTS = [
  ...[
    '"',
    "'",
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\ufeff',
    '\u2028',
    '\ufffd',
    '\u202e',
    '\u200b',
    '😀',
  ],
  ...[
    '=1+1',
    '-',
    '--',
    '#',
    '%',
    '{',
    '}',
    '[',
    ']',
    ':',
    '&a',
    '*a',
    '<<: *a',
    '!!js/function x',
    '__proto__',
  ],
  ...[
    'constructor',
    '9'.repeat(400),
    '1e999',
    '-0',
    '0x10',
    '2018-02-30',
    '99999-01-01',
    '已完成。',
    '100%',
    'a'.repeat(70_000),
  ],
  ...[
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '<v>',
    '</row>',
    '<row r="1048577">',
    'r="XFE1"',
    '\\u0000',
    '\\',
    'null',
    '[[[[',
  ],
];

/** Bytes flipped, cut, doubled, moved and set. */
export const bytes: Mutate = (good, random) => {
  let changed = Buffer.from(good);
  for (let times = random.between(1, 6); times > 0; times -= 1) {
    const at = random.below(changed.length + 1);
    const length = random.below(Math.min(64, changed.length - at + 1));
    const piece = changed.subarray(at, at + length);
    switch (random.below(6)) {
      case 0:
        if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
        break;
      case 1:
        changed = changed.subarray(0, at);
        break;
      case 2:
        changed = Buffer.concat([changed.subarray(0, at), piece, changed.subarray(at)]);
        break;
      case 3:
        changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)]);
        break;
      case 4:
        for (let place = at; place < Math.min(at + 4, changed.length); place += 1) changed[place] = 0xff;
        break;
      default:
        changed = Buffer.concat([changed, piece]);
    }
    // What can be cut to nothing cannot be changed again.
    if (changed.length === 0) return changed;
  }
  return changed;
};

/** Texts put in, letters removed and lines moved. */
export const texts: Mutate = (good, random) => {
  let text = good.toString('utf8');
  for (let times = random.between(1, 6); times > 0; times -= 1) {
    const at = random.below(text.length + 1);
    const lines = text.split('\n');
    switch (random.below(4)) {
      case 0:
        text = text.slice(0, at) + random.pick(TEXTS) + text.slice(at);
        break;
      case 1:
        text = text.slice(0, at) + text.slice(at + random.below(20));
        break;
      case 2:
        text = random.shuffle(lines).join('\n');
        break;
      default:
        lines.splice(random.below(lines.length), 0, random.pick(lines));
        text = lines.join('\n');
    }
  }
  return Buffer.from(text);
};

/** The texts of an archive's parts, or its directory's word on their sizes; the archive itself stays whole. */
export const archive: Mutate = (good, random) => {
  const parts = Object.entries(unzipSync(good)).map(([name, data]) => ({ name, data: Buffer.from(data) }));
  const chosen = random.pick(parts);
  const changed = parts.map((part) => {
    if (part !== chosen) return part;
    const lie = random.pick([0, 1, 8, 0xfffe, 0xffff, 0xfffffffe, 0xffffffff]);
    const field = random.pick(['crc', 'packed', 'unpacked', 'at'] as const);
    if (random.chance(10)) return { ...part, claimed: lie };
    if (random.chance(15))
      return { ...part, [random.pick(['directory', 'local'] as const)]: { [field]: lie } };
    if (random.chance(10)) return { ...part, isZip64: true };
    return { ...part, data: (random.chance(70) ? texts : bytes)(part.data, random) };
  });
  if (random.chance(10)) changed.push(random.pick(changed));
  const packed = zipOf(changed);
  return random.chance(20) ? bytes(packed, random) : packed;
};
