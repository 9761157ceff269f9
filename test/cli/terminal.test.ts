// Lists at 80 and 120 columns, in Chinese and English: nothing runs over the edge, and cells are below their headings.
import { describe, expect, it } from 'vitest';
import { visibleWidth } from '../../src/output/text/width.ts';
import { afterDemo, demo } from '../support/demo.ts';
import { langs } from '../support/errors.ts';
import { run } from '../support/run.ts';

const lists: readonly string[] = [
  'circle',
  'round list',
  'round show 1',
  'tally --cutoff 2018-09-26 --all',
  'training',
  'notice',
  'cadre list',
  'cadre show TJ018',
  'finding list',
  'finding show HT-025',
  'batch list',
  'batch show 2',
  'explain TJ018',
];

describe.each(langs)('in %s', (lang) => {
  describe.each([80, 120])('at %i columns', (width) => {
    it.each(lists)('%s', async (words) => {
      const { ledger } = await demo();
      const ran = await run([...words.split(' '), '--ledger', ledger, '--lang', lang, '--color', 'never'], {
        ...afterDemo,
        width,
      });
      expect(ran.code).toBe(0);
      const lines = ran.stdout.split('\n');
      expect(lines.filter((line) => visibleWidth(line) > width)).toEqual([]);
      for (const [at, line] of lines.entries()) {
        // A rule of dashes: each column of the heading above begins where its dashes begin.
        if (!/^-+(?: +-+)+$/.test(line)) continue;
        const heading = lines[at - 1] ?? '';
        const edges = [...line.matchAll(/-+/g)].map((each) => each.index);
        for (const edge of edges.slice(1)) expect(columnBefore(heading, edge)).toBe(' ');
      }
    });
  });
});

/** The character of a line just before a display column; a space when the line ends before it. */
function columnBefore(line: string, column: number): string {
  let reached = 0;
  for (const letter of line) {
    if (reached >= column - 1) return letter;
    reached += visibleWidth(letter);
  }
  return ' ';
}
