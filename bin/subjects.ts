// Checks the subjects of commits: `npm run subjects`, for every commit since this rule; or `npm run subjects -- FILE`, for
// the message in a file (as a commit-msg hook does). A subject reads like a line of release notes: "area: what it does now".
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LONGEST = 72;

/** What is wrong with a subject, in words; undefined when nothing is. */
export function faultOf(subject: string): string | undefined {
  if (/^(?:Revert "|Merge |fixup! |squash! )/.test(subject)) return undefined;
  if ([...subject].length > LONGEST) return `longer than ${LONGEST} characters`;
  if (!/^[a-z][a-z0-9 ,-]*: \S/.test(subject)) return 'is not "area: what it does now"';
  if (subject.endsWith('.')) return 'ends with a full stop';
  return undefined;
}

/** Subjects since this file was added, the newest first; none outside a repository. */
function subjectsSince(): string[] {
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: join(import.meta.dirname, '..'),
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  try {
    const [added = ''] = git('log', '--diff-filter=A', '--format=%H', '--', 'bin/subjects.ts').split('\n');
    return added === '' ? [] : git('log', '--format=%s', `${added}..HEAD`).split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file] = process.argv.slice(2);
  const subjects =
    file === undefined ? subjectsSince() : [readFileSync(file, 'utf8').split('\n', 1)[0] ?? ''];
  const faults = subjects
    .map((subject) => [subject, faultOf(subject)])
    .filter(([, fault]) => fault !== undefined);
  for (const [subject, fault] of faults) console.error(`${subject}\n  ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
