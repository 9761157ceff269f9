// Reads vitest's JSON reports, says what failed and what was not run, and ends with the count over all of them.
// Usage: node .ci/count.js FOLDER, in which reports end in .json, and failed.txt and not-run.txt name a step on each line.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const linesOf = (name) => {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
};
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).testResults);
const tests = files.flatMap((each) => each.assertionResults);
const named = (status) => tests.filter((test) => status.includes(test.status)).map((test) => test.fullName);

const passed = named(['passed']);
const skipped = named(['skipped', 'pending', 'todo', 'disabled']);
const unread = files
  .filter(
    (each) => each.status === 'failed' && each.assertionResults.every((test) => test.status !== 'failed'),
  )
  .map((each) => `${each.name}: ${each.message}`);
const failed = [...linesOf('failed.txt'), ...unread, ...named(['failed'])];
if (tests.length === 0) failed.push('no test was run');

for (const each of skipped) console.log(`SKIPPED: ${each}`);
for (const each of failed) console.log(`FAILED: ${each}`);
for (const each of linesOf('not-run.txt')) console.log(`NOT RUN HERE: ${each}`);
const also = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
console.log(`${passed.length} passed, ${failed.length} failed${also}`);
process.exitCode = failed.length > 0 ? 1 : 0;
