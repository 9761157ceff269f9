// No file that this program writes for a spreadsheet holds a cell that would run: every list, every export, rejects, workbooks.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read as readWorkbook } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordKinds } from '../../src/domain/records/records.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';
import { everyCommand, lists, needsServer, placed } from './every-command.ts';
import { formulaPayloads } from './payloads.ts';
import { plant, planted } from './planted.ts';

const texts = formulaPayloads.map(([, text]) => text);
/** What spreadsheets run: repeated here, not imported from the program. */
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

const folder = mkdtempSync(join(tmpdir(), 'yanquan-formulas-'));
const ledger = join(folder, 'yanquan.db');
beforeAll(async () => {
  await plant(folder, texts);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commands = (await everyCommand()).filter(
  ({ leaf }) => lists(leaf) && !needsServer(leaf) && leaf.name !== 'import inspect',
);

/** All cells of a csv file. */
function csvCells(text: string): string[] {
  return (parse(text, { bom: true, relax_column_count: true }) as string[][]).flat();
}

/** The cells of a workbook as an independent reader has them: whether one is a formula, and its text. */
function workbookCells(file: string): { formula: boolean; text: string }[] {
  const book = readWorkbook(readFileSync(file), { type: 'buffer', cellFormula: true });
  return Object.values(book.Sheets).flatMap((sheet) =>
    Object.entries(sheet)
      .filter(([place]) => !place.startsWith('!'))
      .map(([, cell]) => ({ formula: cell.f !== undefined, text: String(cell.v ?? '') })),
  );
}

describe.each(commands.map((each) => [each.leaf.name, each] as const))('%s', (_, { calls }) => {
  it('csv and xlsx', async () => {
    for (const call of calls) {
      if (call.includes('--format')) continue;
      const args = [...placed(call, folder), '--ledger', ledger];
      const { code, stdout, stderr } = await run([...args, '--format', 'csv'], planted);
      expect([0, 1, 4], stderr).toContain(code);
      const running = csvCells(stdout).filter((cell) => RUNS.test(cell) && !NUMBER.test(cell));
      expect(running, args.join(' ')).toEqual([]);
      const file = join(temporaryFolder(), 'list.xlsx');
      const written = await run([...args, '-o', file], planted);
      expect(written.code).toBe(code);
      if (code !== 1) expect(workbookCells(file).filter((cell) => cell.formula)).toEqual([]);
    }
  });
});

describe('what is read back is what was there', () => {
  const kinds = recordKinds.filter((kind) => kind !== 'ledger');

  it.each(kinds)('%s, csv and xlsx', async (kind) => {
    const own = temporaryFolder();
    const copy = join(own, 'yanquan.db');
    copyFileSync(ledger, copy);
    for (const format of ['csv', 'xlsx', 'json']) {
      const file = join(own, `${kind}.${format}`);
      await runOk(['export', kind, '-o', file, '--ledger', copy], planted);
      const ran = await run(['import', kind, file, '--json', '--ledger', copy], planted);
      expect(ran.code, ran.stderr).toBe(0);
      expect(JSON.parse(ran.stdout)).toMatchObject({ added: 0, amended: 0, rejected: 0, written: false });
    }
  });
});

describe('rejects', () => {
  const header = 'finding_no,source,description,found_on,cadre_no';
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it.each(['csv', 'xlsx'])('%s: guarded, and read back as given', async (format) => {
    const own = temporaryFolder();
    const copy = join(own, 'yanquan.db');
    copyFileSync(ledger, copy);
    const bad = texts.map((text, at) => `R${at},s,${quoted(text)},not a day,C1`);
    const file = put(own, 'bad.csv', `${[header, ...bad].join('\n')}\n`);
    const rejects = join(own, `rejects.${format}`);
    const args = ['import', 'findings', file, '--skip-bad', '--rejects', rejects, '--ledger', copy];
    expect(await run(args, planted)).toMatchObject({ code: 3 });
    if (format === 'csv') {
      const cells = csvCells(readFileSync(rejects, 'utf8'));
      expect(cells.filter((cell) => RUNS.test(cell))).toEqual([]);
    } else expect(workbookCells(rejects).filter((cell) => cell.formula)).toEqual([]);
    const again = join(own, 'again.csv');
    await run(['import', 'findings', rejects, '--skip-bad', '--rejects', again, '--ledger', copy], planted);
    // One quote was removed on import, as always.
    const read = csvCells(readFileSync(again, 'utf8'));
    for (const text of texts) expect(read).toContain(RUNS.test(text) ? `'${text}` : text);
  });
});

it('there are forty and more', () => {
  expect(formulaPayloads.length).toBeGreaterThanOrEqual(40);
});
