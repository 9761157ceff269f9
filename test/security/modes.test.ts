// What the program makes is its owner's alone, whatever the umask: files 0600, folders 0700.
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSeriesBuilt } from '../support/built.ts';
import { put, temporaryFolder } from '../support/folder.ts';

const UMASKS = [0o000, 0o022, 0o077, 0o777];
const FINDINGS = `finding_no,source,description,found_on,due_on,cadre_no
F1,s,d,2018-09-01,2018-09-10,C1
F2,s,d,not a day,2018-09-10,C1
`;

/** Runs commands under a umask: a process has one. */
async function under(umask: number, commands: readonly (readonly string[])[]): Promise<void> {
  for (const [at, { code, stderr }] of (
    await runSeriesBuilt(commands, { TEST_UMASK: String(umask) })
  ).entries())
    expect([0, 3], `${commands[at]?.join(' ')}\n${stderr}`).toContain(code);
}

function modesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => {
        const entry = statSync(join(folder, name));
        return [name, `${entry.isDirectory() ? 'd' : '-'}${(entry.mode & 0o777).toString(8)}`];
      }),
  );
}

describe.runIf(process.platform !== 'win32').each(UMASKS.map((umask) => [umask.toString(8), umask] as const))(
  'umask %s',
  (_, umask) => {
    it('ledger, copies, lists, rejects, documents, mapping', async () => {
      const given = temporaryFolder();
      const cadres = put(given, 'cadres.csv', 'cadre_no,name,rank\nC1,甲,staff\n');
      const findings = put(given, 'findings.csv', FINDINGS);
      const out = join(given, 'out');
      mkdirSync(out);
      const at = ['--ledger', join(out, 'yanquan.db')];
      const to = (name: string): string => join(out, name);
      const lists = ['list.csv', 'list.xlsx', 'list.json', 'list.md'];
      const notices = ['notice.md', 'notice.docx', 'notice.html'];
      await under(umask, [
        ['init', ...at],
        ['import', 'cadres', cadres, ...at],
        ['import', 'findings', findings, '--skip-bad', '--rejects', to('rejects.csv'), ...at],
        ['round', 'close', '--cutoff', '2018-09-12', '--approved-by', 'W', ...at],
        ...lists.map((name) => ['finding', 'list', '-o', to(name), ...at]),
        ...notices.map((name) => ['notice', '-o', to(name), ...at]),
        ['dashboard', '-o', to('page.html'), ...at],
        ['template', 'findings', '-o', to('template.xlsx')],
        ['policy', 'show', '-o', to('policy.yaml'), ...at],
        ['import', 'inspect', findings, '--write-mapping', to('mapping.yaml')],
        ['backup', to('copy.db'), ...at],
        ['restore', to('copy.db'), '--ledger', to('restored.db')],
      ]);
      const modes = modesIn(out);
      expect(Object.keys(modes)).toHaveLength(15);
      expect(Object.entries(modes).filter(([, mode]) => mode !== '-600')).toEqual([]);
    });

    it('the demo, its folders too', async () => {
      const folder = join(temporaryFolder(), 'demo');
      await under(umask, [['demo', '--dir', folder]]);
      const modes = modesIn(folder);
      expect(`d${(statSync(folder).mode & 0o777).toString(8)}`).toBe('d700');
      expect(modes.files).toBe('d700');
      expect(Object.keys(modes).length).toBeGreaterThan(25);
      expect(
        Object.entries(modes).filter(([name, mode]) => mode !== (name === 'files' ? 'd700' : '-600')),
      ).toEqual([]);
    });
  },
);
