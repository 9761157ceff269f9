// The habits of the project that scripts hold: subjects of commits, and releases.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dated, isLater, versioned } from '../../bin/release.ts';
import { faultOf } from '../../bin/subjects.ts';
import { temporaryFolder } from '../support/folder.ts';
import { home } from '../support/run.ts';

const read = (file: string): string => readFileSync(join(home, file), 'utf8');

describe('the subject of a commit', () => {
  it.each(['import: refuse a repeated finding number', 'notice, page: one number a word', 'release: 0.2.0'])(
    'may be: %s',
    (subject) => {
      expect(faultOf(subject)).toBeUndefined();
    },
  );

  it.each([
    ['fixed it', 'is not "area: what it does now"'],
    ['Import: refuse', 'is not "area: what it does now"'],
    ['import: refuses a repeated number.', 'ends with a full stop'],
    [`import: ${'x'.repeat(65)}`, 'longer than 72 characters'],
  ])('may not be: %s', (subject, fault) => {
    expect(faultOf(subject)).toBe(fault);
  });

  it('is checked by the hook of commits', () => {
    const folder = temporaryFolder();
    const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
    mkdirSync(join(folder, 'bin'));
    cpSync(join(home, 'bin/subjects.ts'), join(folder, 'bin/subjects.ts'));
    cpSync(join(home, '.github'), join(folder, '.github'), { recursive: true });
    writeFileSync(
      join(folder, 'package.json'),
      '{ "type": "module", "scripts": { "subjects": "node bin/subjects.ts" } }',
    );
    for (const command of [
      ['init', '--quiet'],
      ['config', 'user.name', 'A'],
      ['config', 'user.email', 'a@example.org'],
      ['config', 'core.hooksPath', '.github/hooks'],
    ])
      git(...command);
    const commit = (message: string) => git('commit', '--allow-empty', '--message', message);
    expect(commit('done')).toMatchObject({ status: 1, stderr: expect.stringContaining('is not "area') });
    expect(commit('docs: say how to begin')).toMatchObject({ status: 0 });
    git('add', '.');
    expect(commit('house: the rule of subjects')).toMatchObject({ status: 0 });
    git('commit', '--allow-empty', '--no-verify', '--message', 'done again');
    const checked = spawnSync(process.execPath, ['bin/subjects.ts'], { cwd: folder, encoding: 'utf8' });
    expect(checked).toMatchObject({ status: 1, stderr: 'done again\n  is not "area: what it does now"\n' });
  });
});

describe('a release', () => {
  it('dates what is unreleased, and leaves an empty part', () => {
    const after = dated('# C\n\n## [Unreleased]\n\n- a\n\n## [0.1.0] - 2018-09-12\n', '0.2.0', '2018-10-01');
    expect(after).toBe(
      '# C\n\n## [Unreleased]\n\n## [0.2.0] - 2018-10-01\n\n- a\n\n## [0.1.0] - 2018-09-12\n',
    );
    expect(() => dated(after, '0.3.0', '2018-10-02')).toThrow('nothing is unreleased');
    expect(() => dated('# C\n', '0.3.0', '2018-10-02')).toThrow('no single');
  });

  it('sets its own version and no other', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const lock = versioned(read('package-lock.json'), version, '99.0.0');
    const places = JSON.parse(lock) as { version: string; packages: Record<string, { version: string }> };
    expect([places.version, places.packages['']?.version]).toEqual(['99.0.0', '99.0.0']);
    expect(lock.replaceAll('"99.0.0"', `"${version}"`)).toBe(read('package-lock.json'));
    expect(lock.match(/"99\.0\.0"/g)).toHaveLength(2);
  });

  it('comes after the one before', () => {
    expect([isLater('0.2.0', '0.1.9'), isLater('0.10.0', '0.9.0'), isLater('1.0.0', '0.9.9')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isLater('0.1.0', '0.1.0'), isLater('0.1.0', '0.1.1'), isLater('0.9.0', '1.0.0')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is refused without a later version', () => {
    const run = (...args: string[]) =>
      execFileSync(process.execPath, ['bin/release.ts', ...args, '--dry-run'], {
        cwd: home,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(() => run()).toThrow('Give a version after');
    expect(() => run('0.0.1')).toThrow('Give a version after');
    expect(() => run('next')).toThrow('Give a version after');
  });
});
