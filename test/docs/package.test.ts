// The package can be installed: the lock file is whole, and what is shipped is there and no more.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { home } from '../support/run.ts';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(home, file), 'utf8'));
const manifest = read('package.json') as {
  readonly bin: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
};
const { packages } = read('package-lock.json') as { packages: Record<string, LockedPackage> };

/** Whether a package that lies at `path` finds `name` in the lock file. */
function found(path: string, name: string): boolean {
  const folders = path === '' ? [] : path.split('/node_modules/');
  return [...folders, ''].some((_, depth) => {
    const above = folders.slice(0, folders.length - depth).join('/node_modules/');
    return `${above === '' ? '' : `${above}/`}node_modules/${name}` in packages;
  });
}

describe('the lock file', () => {
  it('holds every package that another asks for, those of other platforms too: npm run lock', () => {
    const missing = Object.entries(packages).flatMap(([path, about]) =>
      Object.keys({ ...about.dependencies, ...about.optionalDependencies, ...about.devDependencies })
        .filter((name) => !found(path, name))
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('has a driver that is never compiled: npm run lock', () => {
    expect(packages['node_modules/better-sqlite3']).toMatchObject({ gypfile: false });
  });

  it('is of this package.json', () => {
    expect(packages['']?.dependencies).toEqual(manifest.dependencies);
    expect(packages['']?.devDependencies).toEqual(manifest.devDependencies);
  });

  it('names no address and has a version for each', () => {
    const entries = Object.values(packages);
    expect(entries.filter((about) => about.resolved !== undefined || about.version === undefined)).toEqual(
      [],
    );
  });
});

describe('the package', () => {
  it('ships the launcher, the program and the demo, and no source or test', () => {
    const listed = execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {
      cwd: home,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    const [pack] = JSON.parse(listed) as [{ files: { path: string }[] }];
    const paths = pack.files.map((file) => file.path);
    const kinds = new Set(
      paths.map((path) => path.replace(/^(dist|fixtures\/(?:default|tongjing))\/[^/]+$/, '$1')),
    );
    expect([...kinds].toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin/yanquan.1',
      'bin/yanquan.js',
      'dist',
      'fixtures/default',
      'fixtures/tongjing',
      'package.json',
    ]);
    expect(paths).toContain('dist/run.cjs');
    expect(paths).toContain('dist/THIRD-PARTY');
  });

  it.runIf(process.platform !== 'win32')('has a launcher that can be run', () => {
    expect(statSync(join(home, manifest.bin.yanquan ?? '')).mode & 0o111).toBe(0o111);
  });
});
