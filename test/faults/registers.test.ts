// Registers of the grammar of test/reference, more of them: no cell is wrong in silence, and at least 95 in a hundred rows are right.
import { expect, test } from 'vitest';
import { importRegisters } from '../reference/registers/import-registers.ts';
import { report, size, TIMEOUT } from './sizes.ts';

const REGISTERS = Number(process.env.YANQUAN_TRIES ?? size(5, 2_000));
/** Other seeds than those of test/reference. */
const FIRST = Number(process.env.YANQUAN_SEED ?? 10_001);

test('generated registers', { timeout: TIMEOUT }, async (context) => {
  const came = await importRegisters(FIRST, REGISTERS);
  const good = came.right + came.refused.length;
  report(context, {
    registers: REGISTERS,
    rows: good,
    right: came.right,
    refused: came.refused.length,
    'wrong in silence': came.wrong.length,
  });
  expect(came.wrong).toEqual([]);
  expect((came.right * 100) / good, came.refused.join('\n')).toBeGreaterThanOrEqual(95);
});
