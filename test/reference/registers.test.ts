// Registers of a seeded grammar of layouts, words, names and days: read right at the first import, nothing wrong in silence.
import { expect, test } from 'vitest';
import { importRegisters } from './registers/import-registers.ts';

const REGISTERS = Number(process.env.YANQUAN_TRIES ?? 60);
const FIRST = Number(process.env.YANQUAN_SEED ?? 1);
/** The contract's figure: of a hundred rows that can be read so many are right at the first import, without a mapping. */
const AT_LEAST = 95;

test('sixty registers as .xlsx, .xls and CSV, without a mapping', { timeout: 120_000 }, async () => {
  const came = await importRegisters(FIRST, REGISTERS);
  expect(came.wrong).toEqual([]);
  const good = came.right + came.refused.length;
  expect(good).toBeGreaterThan(REGISTERS * 15);
  expect((came.right * 100) / good, came.refused.join('\n')).toBeGreaterThanOrEqual(AT_LEAST);
});
