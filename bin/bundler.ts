// How the program is bundled: what is loaded at every start is little, and in a small number of files. What each part
// saves for `circle` on the demo ledger is noted next to it; how that was measured, in test/bench/README.md.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type ChunkingContext,
  type CodeSplittingNameFunction,
  type Plugin,
  type RolldownOutput,
  rolldown,
} from 'rolldown';
import { dictionaries as en } from '../src/i18n/en/dictionaries.ts';
import { packed } from '../src/i18n/lexicon.ts';
import { wordsFile } from '../src/i18n/load-packed.ts';
import { dictionaries as zh } from '../src/i18n/zh/dictionaries.ts';
import { thirdParty } from './third-party.ts';

/** The commands that are run all day, with the modules that each of them loads: a start is laid out for them. */
const DAILY = Object.entries({
  circle: ['cli/commands/circle', 'output/table'],
  finding: [
    'cli/commands/finding',
    'cli/commands/finding-events',
    'cli/commands/finding-form',
    'output/table',
  ],
  tally: ['cli/commands/tally', 'output/table'],
});

/**
 * The chunk of a module: one for all modules that the same daily commands load. So none of these commands reads what it does
 * not need, and each opens a small number of files, which costs more at a start than reading them. The bundler lays out
 * the others. 10 ms.
 */
function dailyChunk(): CodeSplittingNameFunction {
  let chunks: ReadonlyMap<string, string> | undefined;
  return (id, graph) => {
    chunks ??= dailyChunks(graph);
    return chunks.get(id);
  };
}

function dailyChunks(graph: ChunkingContext): Map<string, string> {
  const chunks = new Map<string, string>();
  for (const [command, roots] of DAILY) {
    const seen = new Set<string>();
    const next = roots.map((path) => fileURLToPath(new URL(`../src/${path}.ts`, import.meta.url)));
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const others = chunks.get(id);
      chunks.set(id, others === undefined ? command : `${others}-${command}`);
      next.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
    }
  }
  return chunks;
}

/** Modules of Node's own that cost milliseconds to load and that many commands never call: 13 ms. */
const SELDOM = new Set(['node:crypto', 'node:fs/promises', 'node:timers/promises']);

/**
 * Node's own modules are imported from Node as they are, a name at a time and only the names that are used. An `import`
 * of one would first read everything it can give, streams and web cryptography among it, at every start. 11 ms.
 */
const nodeModules: Plugin = {
  name: 'node modules',
  resolveId: {
    filter: { id: /^node:/ },
    handler(id, _importer, { kind }) {
      return `\0${kind === 'import-statement' ? 'imported' : 'required'}/${id}`;
    },
  },
  load: {
    filter: { id: /^\0(required|imported)\// },
    async handler(id) {
      const [how, path = ''] = id.slice(1).split(/\/(.*)/);
      const from = `process.getBuiltinModule(${JSON.stringify(path)})`;
      if (how === 'required') return `module.exports = ${from};`;
      const taken = (name: string): string =>
        SELDOM.has(path) && /^[a-z]/.test(name)
          ? `(...values) => ${from}.${name}(...values)`
          : `/* @__PURE__ */ (() => ${from}.${name})()`;
      const names = Object.keys(await import(path)).filter((name) => name !== 'default');
      return [
        ...names.map((name) => `export const ${name} = ${taken(name)};`),
        `export default /* @__PURE__ */ (() => ${from})();`,
      ].join('\n');
    },
  },
};

/**
 * What packages would load at every start and nothing here uses: commander starts programs of its own for
 * subcommands that are files, and there are none; chalk looks at the terminals, and receives whether there is colour. 7
 * ms.
 */
const unasked: Plugin = {
  name: 'unasked',
  resolveId: {
    filter: { id: /^(node:child_process|#supports-color)$/ },
    handler(id, importer = '') {
      return importer.includes(id.startsWith('#') ? 'chalk' : 'commander') ? `\0unasked/${id}` : null;
    },
  },
  load: {
    filter: { id: /^\0unasked\// },
    handler: (id) =>
      id.endsWith('#supports-color')
        ? 'export default { stdout: false, stderr: false };'
        : 'module.exports = {};',
  },
};

/**
 * The driver's many small files are bundled too, all but the one that finds its binary next to itself. That one mostly
 * lies where this program's packages do; only where it does not, Node is asked where the package is. 7 ms.
 */
const driver: Plugin = {
  name: 'driver',
  resolveId: {
    filter: { id: /^\.\/binding$/ },
    handler: (_id, importer = '') => (importer.includes('better-sqlite3') ? '\0driver/binding' : null),
  },
  load: {
    filter: { id: /^\0driver\/binding$/ },
    handler:
      () => `const require = process.getBuiltinModule('node:module').createRequire(import.meta.filename);
const { existsSync } = process.getBuiltinModule('node:fs');
const { join } = process.getBuiltinModule('node:path');
export const getBinding = (given) => {
  const beside = join(import.meta.dirname, '../node_modules/better-sqlite3/lib/binding.js');
  const file = existsSync(beside) ? beside : require.resolve('better-sqlite3').replace(/index\\.js$/, 'binding.js');
  return require(file).getBinding(given);
};`,
  },
};

/** The messages lie next to the program as one text for each language; see load-packed.ts. 11 ms. */
const words: Plugin = {
  name: 'words',
  resolveId: {
    filter: { id: /\/load-lexicon\.ts$/ },
    handler: () => fileURLToPath(import.meta.resolve('../src/i18n/load-packed.ts')),
  },
  buildStart() {
    this.emitFile({ type: 'asset', fileName: wordsFile('zh'), source: packed(zh) });
    this.emitFile({ type: 'asset', fileName: wordsFile('en'), source: packed(en) });
  },
};

/**
 * Bundles the program.
 * @param folder where to
 * @param plugins change the source on its way into the bundle
 * @returns what was written
 */
export async function bundled(folder: string, plugins: readonly Plugin[] = []): Promise<RolldownOutput> {
  const home = fileURLToPath(new URL('..', import.meta.url));
  const bundle = await rolldown({
    cwd: home,
    // The second runs in a worker.
    input: {
      run: 'src/cli/run.ts',
      'import-worker': 'src/jobs/import/import-worker.ts',
    },
    platform: 'node',
    // The entries export what they did; a chunk may export more to other chunks.
    preserveEntrySignatures: 'allow-extension',
    // Some modules are loaded on the way and lie in the shared chunk all the same.
    checks: { ineffectiveDynamicImport: false },
    plugins: [unasked, nodeModules, driver, words, thirdParty, ...plugins],
  });
  const written = await bundle.write({
    dir: resolve(folder),
    // V8 gives what it has compiled of a script, not of a module.
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    // Names stay as they are, for the sake of whoever reads the report of a bug.
    minify: { compress: true, mangle: false },
    comments: { legal: false },
    codeSplitting: {
      groups: [
        // All that the version asks for.
        {
          name: 'start',
          test: /src\/cli\/version\.ts|package\.json|imported\/node:fs$|rolldown\/runtime/,
          priority: 3,
        },
        // What every command begins with lies in one chunk, each file costing a millisecond.
        {
          name: 'main',
          test: /src\/cli\/(program|main|context|declare|help|options\/input)\.ts|node_modules\/commander\//,
          priority: 2,
        },
        { name: dailyChunk(), debugName: 'daily', priority: 1, includeDependenciesRecursively: false },
      ],
    },
  });
  await bundle.close();
  return written;
}
