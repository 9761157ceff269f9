// Runs what is run every day in one process, for the sake of what V8 compiles for it: load.cjs keeps that for whoever
// comes first. It is given the ledger of a demo.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const daily = [['circle'], ['tally', '--cutoff', '2018-09-26', '--future'], ['finding', 'show', 'HT-001']];
const { run } = createRequire(import.meta.url)('../dist/run.cjs');
for (const words of daily) {
  const code = await run(['--ledger', process.argv[2], ...words], join(import.meta.dirname, '..'));
  if (code !== 0) throw new Error(`${words.join(' ')}: exit code ${code}`);
}
