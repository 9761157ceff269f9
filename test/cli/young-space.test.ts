// V8's room for new objects, in processes of their own: its flags are the whole process's.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { home } from '../support/run.ts';

/** Megabytes of the room after many objects have been made that all stay. @param before what is done first */
function roomAfter(before: string): number {
  const source = `import { getHeapSpaceStatistics } from 'node:v8';
import { keepYoungSpace } from ${JSON.stringify(join(home, 'src', 'cli', 'young-space.ts'))};
${before}
const all = [];
for (let at = 0; at < 300_000; at += 1) all.push({ at, text: 'line ' + at });
const room = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
console.log(room.space_size / 2 ** 20, all.length);`;
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', source], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Number(told.split(' ')[0]);
}

test('is left as it is for work whose objects stay, where it would have grown', () => {
  const grown = roomAfter('');
  expect(grown).toBeGreaterThan(4);
  expect(roomAfter('keepYoungSpace();')).toBeLessThan(grown / 2);
});
