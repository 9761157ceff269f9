// Makes a release: `npm run release -- VERSION`. Sets the version, dates the changelog, runs the checks, commits and tags,
// and makes the bags with their checksums in bundle/. Nothing is pushed. Option: --dry-run
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const home = join(import.meta.dirname, '..');
const UNRELEASED = '## [Unreleased]';

/**
 * The changelog with what is unreleased under a version, and an empty part for what comes.
 * @throws Error when nothing is unreleased
 */
export function dated(changelog: string, version: string, day: string): string {
  const [before, after, ...more] = changelog.split(`${UNRELEASED}\n`);
  if (after === undefined || more.length > 0) throw new Error(`CHANGELOG.md has no single "${UNRELEASED}"`);
  if (!/^- /m.test(after.split(/^## /m)[0] ?? '')) throw new Error('CHANGELOG.md: nothing is unreleased');
  return `${before}${UNRELEASED}\n\n## [${version}] - ${day}\n${after}`;
}

/**
 * A package.json or lock file with another version of the project, all else to the byte.
 */
export function versioned(text: string, from: string, to: string): string {
  const own = `"name": "yanquan",`;
  return text.replaceAll(
    new RegExp(`(${own}\\s+"version": )"${from.replaceAll('.', '\\.')}"`, 'g'),
    `$1"${to}"`,
  );
}

/**
 * Whether one version comes after another.
 */
export function isLater(version: string, other: string): boolean {
  const others = other.split('.').map(Number);
  const differences = version.split('.').map((part, place) => Number(part) - (others[place] ?? 0));
  return (differences.find((difference) => difference !== 0) ?? 0) > 0;
}

function release(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' } },
  });
  const [version = ''] = positionals;
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: home, encoding: 'utf8' }).trim();
  const { version: now } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  if (!/^\d+\.\d+\.\d+$/.test(version) || !isLater(version, now))
    throw new Error(`Give a version after ${now}: npm run release -- 0.2.0`);
  if (git('status', '--porcelain') !== '') throw new Error('Commit or stash your changes first.');
  if (git('tag', '--list', `v${version}`) !== '') throw new Error(`The tag v${version} exists already.`);
  const day = new Date().toISOString().slice(0, 10);
  const edits = {
    'package.json': (text: string) => versioned(text, now, version),
    'package-lock.json': (text: string) => versioned(text, now, version),
    'CHANGELOG.md': (text: string) => dated(text, version, day),
  };
  for (const [name, edit] of Object.entries(edits)) {
    const file = join(home, name);
    const text = edit(readFileSync(file, 'utf8'));
    if (values['dry-run'] === true) console.log(`${name}: would be written`);
    else writeFileSync(file, text);
  }
  if (values['dry-run'] === true) return;
  const npm = (...args: string[]): Buffer =>
    execFileSync('npm', ['run', ...args], { cwd: home, stdio: 'inherit' });
  npm('build');
  npm('docs');
  npm('check');
  git('commit', '--all', '--message', `release: ${version}`);
  git('tag', '--annotate', `v${version}`, '--message', `yanquan ${version}`);
  npm('bundle');
  console.log(`\nv${version} is committed and tagged, its bags are in bundle/. Next: git push --follow-tags`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) release();
