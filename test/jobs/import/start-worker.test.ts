// A worker that cannot be started, dies or is silent sends no messages, and nothing waits for it for ever.

import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startWorker } from '../../../src/jobs/import/start-worker.ts';
import { put, temporaryFolder } from '../../support/folder.ts';

/** The messages of a worker that runs `source` with its `workerData`, `send` and `end` at hand. */
function messagesOf(source: string, patience: number): string[] {
  const port = new URL('../../../src/jobs/import/worker-port.ts', import.meta.url).href;
  const head = `import { end, ownWorkerData, send } from ${JSON.stringify(port)};\nconst own = ownWorkerData();\n`;
  const file = put(temporaryFolder(), 'worker.mjs', head + source);
  const worker = startWorker<{ text: string }>(pathToFileURL(file), { count: 20 }, {}, patience);
  onTestFinished(worker.stop);
  return [...worker.messages()].map(({ text }) => text);
}

const LONG = 60_000;
const SENDING = "for (let at = 0; at < own.request.count; at += 1) send(own, { text: 'message ' + at });\n";
const ALL = Array.from({ length: 20 }, (_, at) => `message ${at}`);

test('every message comes, in order, and the end ends them', () => {
  expect(messagesOf(`${SENDING}end(own);`, LONG)).toEqual(ALL);
});

test.each([
  ['dies after some messages', `${SENDING}process.exit();`],
  [
    'is silent after some messages',
    `${SENDING}Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`,
  ],
])('a worker that %s: its messages, and then no more', (_, source) => {
  expect(messagesOf(source, 5000)).toEqual(ALL);
});

test('a worker that cannot be started has ended', () => {
  const worker = startWorker(new URL('https://nowhere.invalid/worker.js'), {}, {}, LONG);
  expect([...worker.messages()]).toEqual([]);
  worker.stop();
});
