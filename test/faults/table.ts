// The reporter of the long run: what each fault's tests measured, as a table, and by name what could not run here.
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import './sizes.ts';

/** Prints the table when all tests have run. */
export class FaultTable implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const lines = tests.map(lineOf).sort(([left = ''], [right = '']) => left.localeCompare(right, 'en'));
    const head = ['fault', 'took', 'result', 'figures'];
    const widths = head.map((_, at) => Math.max(...[head, ...lines].map((line) => (line[at] ?? '').length)));
    const shown = [head, widths.map((width) => '-'.repeat(width)), ...lines].map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    process.stdout.write(`\n${shown.join('\n')}\n`);
  }
}

function lineOf(test: TestCase): string[] {
  const result = test.result();
  const seconds = Math.round((test.diagnostic()?.duration ?? 0) / 1000);
  const why = result.state === 'skipped' ? `NOT RUN HERE: ${result.note ?? ''}` : '';
  const figures = Object.entries(test.meta().figures ?? {}).map(([name, figure]) => `${name} ${figure}`);
  return [test.fullName, `${seconds} s`, result.state, why || figures.join(', ')];
}
