// Memory of an import end to end, in a process of its own: a small file always, the sizes of the issue with YANQUAN_BIG=1.
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsxStream } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { runBuilt } from '../support/built.ts';
import { ledgerIn } from '../support/errors.ts';
import { temporaryFolder } from '../support/folder.ts';

const big = process.env.YANQUAN_BIG === '1';
const columns = [
  'finding_no',
  'source',
  'area',
  'village',
  'description',
  'severity',
  'action',
  'found_on',
  'due_on',
  'cadre_no',
];

function* rowsOf(count: number): Generator<string[]> {
  for (let at = 0; at < count; at += 1) {
    const day = String(1 + (at % 28)).padStart(2, '0');
    yield [
      `N-${at}`,
      `来源${at % 7}`,
      `领域${at % 9}`,
      `村${at % 40}`,
      `第${at}户档案缺少入户记录，照片与台账不一致`,
      String(1 + (at % 3)),
      '补齐材料',
      `2018-08-${day}`,
      `2018-09-${day}`,
      `C${1 + (at % 6)}`,
    ];
  }
}

async function generate(file: string, format: string, count: number): Promise<void> {
  const out = openSync(file, 'w');
  if (format === 'xlsx') {
    const all = (function* () {
      yield columns;
      yield* rowsOf(count);
    })();
    for await (const chunk of writeXlsxStream(all, { name: '台账', columns: columns.map(() => ({})) }))
      writeSync(out, chunk);
  } else {
    let text = format === 'csv' ? `${columns.join(',')}\n` : '';
    for (const row of rowsOf(count)) {
      text +=
        format === 'csv'
          ? `${row.join(',')}\n`
          : `${JSON.stringify(Object.fromEntries(columns.map((key, at) => [key, row[at]])))}\n`;
      if (text.length < 1 << 20) continue;
      writeSync(out, text);
      text = '';
    }
    writeSync(out, text);
  }
  closeSync(out);
}

it.each([
  ['csv', 1_000_000, 250],
  ['jsonl', 1_000_000, 250],
  ['xlsx', 50_000, 400],
])('%s of %i rows in at most %i MB', { timeout: 1_800_000 }, async (format, rows, megabytes) => {
  const folder = temporaryFolder();
  const ledger = await ledgerIn(folder);
  const count = big ? rows : rows / 50;
  const file = join(folder, `x.${format}`);
  await generate(file, format, count);
  const ran = await runBuilt(['import', 'findings', file, '--ledger', ledger, '--json'], {
    YANQUAN_RSS: '1',
  });
  expect({ code: ran.code, stderr: ran.stderr }).toMatchObject({ code: 0 });
  expect(JSON.parse(ran.stdout)).toMatchObject({ added: count });
  expect(Number(/RSS (\d+)/.exec(ran.stderr)?.[1]) / 1024).toBeLessThan(megabytes);
});
