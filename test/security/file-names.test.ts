// Whatever an output option is given for a name: exactly that file is written whole, or it is refused and nothing is touched.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ran, run } from '../support/run.ts';
import { everything, expectRefused, namesLedger, REFUSED, WRITTEN, world } from './names.ts';

let ledger: Buffer;
beforeAll(async () => {
  ledger = await namesLedger();
});

interface Way {
  readonly what: string;
  readonly code?: number;
  readonly args: (name: string) => string[];
  readonly begins: string;
  /** Whether it is recorded in the ledger too. */
  readonly recorded?: true;
}

const ways: readonly Way[] = [
  {
    what: 'a list',
    args: (name) => ['cadre', 'list', '--format', 'csv', `--output=${name}`],
    begins: 'cadre_no',
  },
  {
    what: 'rejects',
    code: 3,
    begins: 'cadre_no',
    args: (name) => ['import', 'cadres', 'bad.csv', '--skip-bad', `--rejects=${name}`],
  },
  {
    what: 'a mapping',
    args: (name) => ['import', 'inspect', 'bad.csv', `--write-mapping=${name}`],
    begins: '',
  },
  { what: 'a backup', args: (name) => ['backup', '--', name], begins: 'SQLite format 3' },
  {
    what: 'an explanation',
    args: (name) => ['explain', 'C1', '--round', '1', '--format', 'html', `--output=${name}`],
    begins: '<!DOCTYPE html>',
  },
  { what: 'a page', args: (name) => ['dashboard', `--output=${name}`], begins: '<!doctype html>' },
  {
    what: 'a notice that is issued',
    begins: '<!DOCTYPE html>',
    recorded: true,
    args: (name) => [
      ...['notice', 'issue', '--number', '1', '--date', '2018-09-13'],
      ...['--format', 'html', `--output=${name}`],
    ],
  },
];

describe.each(ways)('$what', ({ code = 0, args, begins, recorded = false }) => {
  it('is written whole under exactly the name that was given', async () => {
    world(ledger);
    for (const name of WRITTEN) {
      writeFileSync('yanquan.db', ledger);
      const before = everything();
      const ran: Ran = await run(args(name));
      expect({ name, code: ran.code, stderr: ran.code === code ? '' : ran.stderr }).toEqual({
        name,
        code,
        stderr: '',
      });
      expect(
        readFileSync(name, 'latin1')
          .replace(/^\u00ef\u00bb\u00bf/, '')
          .startsWith(begins),
        name,
      ).toBe(true);
      const touched = [...everything()].filter(([each, held]) => before.get(each) !== held);
      const others = touched.filter(([each]) => each !== 'yanquan.db');
      expect({ name, files: others.length, ledger: touched.length > others.length }).toEqual({
        name,
        files: 1,
        ledger: recorded,
      });
    }
  });

  it('is refused with a message, and everything stays as it was', async () => {
    world(ledger);
    for (const name of REFUSED) await expectRefused(name, args(name));
    expect(existsSync('nowhere')).toBe(false);
  });
});

it('there are forty and more', () => {
  expect(new Set([...WRITTEN, ...REFUSED]).size).toBeGreaterThan(60);
});
