// The top page of the help: all commands by the clerk's week, on one screen, and the pages on other topics.
import type { Words } from '../i18n/words.ts';
import { styles } from '../output/styles.ts';
import { visibleWidth } from '../output/text/width.ts';
import { wrapped } from '../output/text/wrap.ts';
import { commandGroups } from './command-groups.ts';
import { commonOptions, longFlag } from './declare.ts';
import { afterHelp, type HelpLayout, widthOf } from './help.ts';

/** Pages of the help that are about no command: `yanquan help files`. */
export const helpTopics = ['environment', 'exit-codes', 'files', 'options', 'json'] as const;
export type HelpTopic = (typeof helpTopics)[number];

export function isHelpTopic(name: string): name is HelpTopic {
  return helpTopics.some((topic) => topic === name);
}

/** The page that `yanquan` alone prints. */
export function topPage(words: Words, layout: HelpLayout): string {
  const { bold } = styles(layout.colour);
  const rows = commandGroups.flatMap((group) => group.rows.map((names) => names.join(', ')));
  const column = Math.max(...rows.map(visibleWidth)) + 2;
  const groups = commandGroups.flatMap(({ title, rows: own }) => [
    bold(words.term(title)),
    ...own.map((names) => `  ${names.join(', ').padEnd(column)}${words.term(`summary.${names[0]}`)}`),
  ]);
  return [
    `${bold(words.term('help.title_usage'))}${words.lang === 'zh' ? '' : ' '}yanquan ${words.term('help.a_command')} ${words.term('help.some_options')}`,
    words.term('help.program'),
    '',
    ...groups,
    afterHelp('program', words, layout).trimEnd(),
    '',
  ].join('\n');
}

/** The page on a topic. */
export function topicPage(topic: HelpTopic, words: Words, layout: HelpLayout): string {
  if (topic === 'options') return optionsPage(words, layout);
  const lines = words.term(`help.topic_${topic.replace('-', '_')}`).split('\n');
  return lines.map((line) => `${inColumns(line, layout)}\n`).join('');
}

/** Options that every command takes, each with its text. */
function optionsPage(words: Words, layout: HelpLayout): string {
  const specs = [
    ...commonOptions.map((spec) => [spec.flags, `option.${longFlag(spec)}`]),
    ['-h, --help', 'option.help'],
    ['-V, --version', 'option.version'],
  ] as const;
  const lines = specs.map(
    ([flags = '', key = '']) => `${flags}  ${words.text({ key: key.replaceAll('-', '_') })}`,
  );
  return [words.term('help.title_common'), ...lines.map((line) => inColumns(`  ${line}`, layout)), ''].join(
    '\n',
  );
}

/** The width of the first column on the pages of topics. */
const TERM = 24;

/** A line of `term  text`, set in two columns; any other line is wrapped as it is. */
function inColumns(line: string, layout: HelpLayout): string {
  const width = widthOf(layout);
  const indent = ' '.repeat(line.length - line.trimStart().length);
  const at = line.indexOf('  ', indent.length);
  if (at < 0) return wrapped(line, width).join('\n');
  const [term, text] = [line.slice(indent.length, at), line.slice(at).trim()];
  const start = indent + term + ' '.repeat(Math.max(2, TERM - visibleWidth(indent + term)));
  const [first = '', ...rest] = wrapped(text, width - visibleWidth(start));
  return [start + first, ...rest.map((each) => ' '.repeat(visibleWidth(start)) + each)].join('\n');
}
