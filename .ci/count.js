// Reads vitest's JSON report, says what failed and what was not run, and ends with the count.
// Usage: node .ci/count.js REPORT [FAILED STEP…]
import { existsSync, readFileSync } from 'node:fs';

const [file, ...steps] = process.argv.slice(2);
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] };
const tests = report.testResults.flatMap((each) => each.assertionResults);
const named = (status) => tests.filter((test) => status.includes(test.status)).map((test) => test.fullName);

const passed = named(['passed']);
const skipped = named(['skipped', 'pending', 'todo', 'disabled']);
const unread = report.testResults
  .filter(
    (each) => each.status === 'failed' && each.assertionResults.every((test) => test.status !== 'failed'),
  )
  .map((each) => `${each.name}: ${each.message}`);
const failed = [...steps, ...unread, ...named(['failed'])];
if (tests.length === 0) failed.push('no test was run');

for (const each of skipped) console.log(`NOT RUN: ${each}`);
for (const each of failed) console.log(`FAILED: ${each}`);
const also = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
console.log(`${passed.length} passed, ${failed.length} failed${also}`);
process.exitCode = failed.length > 0 ? 1 : 0;
