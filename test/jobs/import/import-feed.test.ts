// A text that a worker reads while its rows are written gives the same ledger as when all of it is read first.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, onTestFinished, test } from 'vitest';
import { Failure } from '../../../src/domain/problem.ts';
import { importFiles, startReading } from '../../../src/jobs/import/import-batch.ts';
import { type Feed, FeedLost } from '../../../src/jobs/import/import-feed.ts';
import type { Ledger } from '../../../src/ledger/file/open.ts';
import { put, temporaryFolder } from '../../support/folder.ts';
import { newLedger, snapshot } from '../../support/ledgers.ts';

const ACTING = {
  at: '2018-09-30T10:00:00.000Z',
  actor: '甲',
  idempotencyKey: null as string | null,
  dryRun: false,
  today: null,
};
type Request = Parameters<typeof startReading>[0];

const requestFor = (files: readonly string[], more: Partial<Request> = {}): Request => ({
  kind: 'findings',
  files,
  open: {},
  read: {},
  mapping: null,
  amend: null,
  skipBad: false,
  feedFrom: 1,
  ...more,
});

/** A ledger with two cadres, A1 and A2. */
async function ledgerOfTwo(folder = temporaryFolder()): Promise<Ledger> {
  const ledger = newLedger();
  const file = put(folder, 'cadres.csv', 'cadre_no,name,rank\nA1,甲一,staff\nA2,甲二,staff\n');
  await importFiles(ledger, ACTING, requestFor([file], { kind: 'cadres' }));
  return ledger;
}

/** Starts the worker, and stops it when the test is over. */
function fed(request: Request): Feed {
  const feed = startReading(request);
  if (feed === undefined) throw new Error('nothing is fed');
  onTestFinished(() => feed.stop());
  return feed;
}

/** What the ledger holds of an import, its time and all. */
function held({ connection }: Ledger): unknown[] {
  return [
    'findings',
    'finding_responsible',
    'finding_now',
    'batches',
    'batch_rows',
    'batch_counts',
    'journal',
  ].map((table) => connection.all(`SELECT * FROM ${table} ORDER BY 1, 2`));
}

/** Imports into two ledgers, the one fed, the other not, and expects that both came to the same. */
async function both(request: Request): Promise<Awaited<ReturnType<typeof importFiles>> | Failure> {
  const folder = temporaryFolder();
  const ways = [await ledgerOfTwo(folder), await ledgerOfTwo(folder)].map(async (ledger, at) => {
    const feed = at === 0 ? fed(request) : undefined;
    const came = await importFiles(ledger, ACTING, request, feed).catch((error: unknown) => error as Failure);
    return { came, held: held(ledger) };
  });
  const [one, other] = await Promise.all(ways);
  expect(one).toEqual(other);
  return (one as NonNullable<typeof one>).came;
}

const HEADING = 'finding_no,source,description,severity,found_on,due_on,cadre_no,assist_no';
const row = (at: number): string =>
  `F${at},省委巡视,"第${at}处，""公示牌""不一致",${(at % 3) + 1},2018-09-01,2018-09-20,A1,${at % 2 === 0 ? '' : 'A2'}`;
const ROWS = Array.from({ length: 1500 }, (_, at) => row(at));
const text = [HEADING, ...ROWS, ''].join('\n');
/** More than a megabyte of rows that say nothing. */
const EMPTY = `\n${','.repeat(7)}`.repeat(140_000);

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
  ['GB18030', iconv.encode(text, 'gb18030')],
  ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['Chinese only after a megabyte', Buffer.from(text.replace(HEADING, HEADING + EMPTY))],
])('%s: the same ledger, the same answer', async (_, bytes) => {
  const came = await both(requestFor([put(temporaryFolder(), 'f.csv', bytes)]));
  expect(came).toMatchObject({ outcome: 'written', value: { added: 1500, rejected: 0 } });
});

test('objects a line, with a mapping', async () => {
  const folder = temporaryFolder();
  const lines = ROWS.map((_, at) =>
    JSON.stringify({
      编号: `F${at}`,
      source: '巡察',
      description: '问题',
      found_on: '2018-09-01',
      cadre_no: 'A2',
    }),
  );
  const mapping = put(folder, 'm.yaml', 'fields:\n  finding_no: { column: 编号 }\n');
  const came = await both(requestFor([put(folder, 'f.jsonl', lines.join('\n'))], { mapping }));
  expect(came).toMatchObject({ outcome: 'written', value: { added: 1500 } });
});

const BAD = [
  ...['F1b,来源,问题,9,2018-09-01,,A1,', ',,,', '合计,,,,,,,', 'F2b,来源,问题,1,2018-09-01,,A9,'],
  ...['F3,来源,另一个,1,2018-09-01,,A1,', 'F4b,来源,问题,1,2018-13-01,x,A1,', '短,行'],
];
const bad = [HEADING, ...ROWS.slice(0, 700), ...BAD, ...ROWS.slice(700), ''].join('\n');

test.each([true, false])('bad rows are refused alike, with --skip-bad %s', async (skipBad) => {
  const came = await both(requestFor([put(temporaryFolder(), 'f.csv', bad)], { skipBad }));
  expect(came).toMatchObject({
    outcome: skipBad ? 'written' : 'nothing',
    value: { added: 1500, rejected: 5, rejects: [{ rows: { length: 5 } }] },
  });
  expect(came).toMatchObject({
    value: { told: expect.arrayContaining([expect.objectContaining({ code: 'rows_of_totals' })]) },
  });
});

test('several files, of which one is fed', async () => {
  const folder = temporaryFolder();
  const small = put(folder, 'a.csv', `${HEADING}\nS1,来源,问题,1,2018-09-01,,A1,\n`);
  const request = requestFor([small, put(folder, 'b.csv', text)], { feedFrom: 10_000 });
  expect(fed(request).file).toBe(join(folder, 'b.csv'));
  expect(await both(request)).toMatchObject({
    outcome: 'written',
    value: { added: 1501, batches: { length: 2 } },
  });
});

test.each([
  ['a heading is missing', text.replace('found_on', 'x'), 'columns_missing'],
  ['there is nothing but empty lines', '\n\n\n', 'header_missing'],
  [
    'the encoding breaks off',
    Buffer.concat([Buffer.from(text + EMPTY), Buffer.from([0xff, 0xfe, 0x0a])]),
    'encoding_broken',
  ],
] as const)('a file that cannot be read is refused alike: %s', async (_, content, code) => {
  const came = await both(requestFor([put(temporaryFolder(), 'f.csv', content)]));
  expect(came).toBeInstanceOf(Failure);
  expect((came as Failure).problems.map((each) => each.code)).toEqual([code]);
});

test('a file that is changed while it is read is refused, and nothing is written', async () => {
  // Long enough not to have been read to its end when the first rows are written.
  const long = Array.from({ length: 8000 }, (_, at) => `L${at},来源,${'长'.repeat(400)},1,2018-09-01,,A1,`);
  const file = put(temporaryFolder(), 'f.csv', [HEADING, ...long, ''].join('\n'));
  const ledger = await ledgerOfTwo();
  const before = snapshot(ledger.file);
  const request = requestFor([file], {
    onRow(_phase, rows) {
      if (rows === 1) appendFileSync(file, 'L9000,来源,后来的,1,2018-09-01,,A1,\n');
    },
  });
  await expect(importFiles(ledger, ACTING, request, fed(request))).rejects.toMatchObject({
    kind: 'refused',
    problems: [{ code: 'file_changed', place: { file } }],
  });
  expect(snapshot(ledger.file)).toEqual(before);
});

test.each(['at once', 'after some rows'])(
  'what a worker leaves undone is read here: it is lost %s',
  async (when) => {
    const request = requestFor([put(temporaryFolder(), 'f.csv', text)]);
    const lost: Feed = {
      ...fed(request),
      table(told) {
        const table = fed(request).table(told);
        if (table === undefined || when === 'at once') throw new FeedLost();
        const rows = (function* () {
          for (const each of table.rows) {
            if (each[0] > 900) throw new FeedLost();
            yield each;
          }
        })();
        return {
          ...table,
          rows: Object.assign(rows, { length: 0, at: () => undefined, close: () => undefined }),
        };
      },
    };
    const folder = temporaryFolder();
    const [ledger, other] = [await ledgerOfTwo(folder), await ledgerOfTwo(folder)];
    expect(await importFiles(ledger, ACTING, request, lost)).toEqual(
      await importFiles(other, ACTING, request),
    );
    expect(held(ledger)).toEqual(held(other));
  },
);

test('the same key again: already there; with another file: refused', async () => {
  const folder = temporaryFolder();
  const ledger = await ledgerOfTwo();
  const acting = { ...ACTING, idempotencyKey: 'k1' };
  const bring = (name: string, content: string) => {
    const request = requestFor([put(folder, name, content)]);
    return importFiles(ledger, acting, request, fed(request));
  };
  expect(await bring('f.csv', text)).toMatchObject({ outcome: 'written' });
  expect(await bring('g.csv', text)).toMatchObject({ outcome: 'written', repeated: true });
  await expect(bring('f.csv', `${text}${row(1500)}\n`)).rejects.toMatchObject({
    problems: [{ code: 'idempotency_key_used' }],
  });
});

test('what is small, no file, another kind, or asks for names or a second try is not read in a worker', () => {
  const file = put(temporaryFolder(), 'f.csv', text);
  const amend = { columns: new Set(['area']), reason: '更正' };
  const { feedFrom: _, ...usual } = requestFor([file]);
  const requests: Request[] = [
    usual,
    requestFor(['-']),
    requestFor([temporaryFolder()]),
    requestFor([join(temporaryFolder(), 'none.csv')], { feedFrom: 1 }),
    ...(['checks', 'ledger'] as const).map((kind) => requestFor([file], { kind })),
    requestFor([file], { read: { matchNames: true } }),
    requestFor([file], { amend, skipBad: true }),
  ];
  expect(requests.map((request) => startReading(request))).toEqual(requests.map(() => undefined));
});
