// How help looks: commander's layout in the user's language, padded and wrapped by the columns that Chinese takes.
import { stripVTControlCharacters } from 'node:util';
import { type Command, Help, Option } from 'commander';
import type { Words } from '../i18n/words.ts';
import { styles } from '../output/styles.ts';
import { visibleWidth } from '../output/text/width.ts';
import { wrapped } from '../output/text/wrap.ts';

/** What help is laid out for: the columns of the terminal, and whether headings are bold. */
export interface HelpLayout {
  readonly width: number | undefined;
  readonly colour: boolean;
}

const PIPED_WIDTH = 80;
const WIDEST = 110;
const NARROWEST = 40;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'help.title_usage',
  'Arguments:': 'help.title_arguments',
  'Options:': 'help.title_options',
  'Commands:': 'help.title_commands',
};

/** The columns that help is laid out for. */
export const widthOf = ({ width }: HelpLayout): number =>
  Math.max(NARROWEST, Math.min(WIDEST, width ?? PIPED_WIDTH));

/** A title in the words of the language, bold where that shows. */
function titled(title: string, words: Words, layout: HelpLayout): string {
  const key = TITLES[title];
  return styles(layout.colour).bold(key === undefined ? title : words.term(key));
}

/** Commander's own words in the user's language, and its layout by visible width. */
export function localise(command: Command, words: Words, layout: HelpLayout): void {
  const common = words.term('help.title_common');
  command.addHelpOption(new Option('-h, --help', words.term('option.help')).helpGroup(common));
  command.configureOutput({
    getOutHelpWidth: () => widthOf(layout),
    getErrHelpWidth: () => widthOf(layout),
    getOutHasColors: () => layout.colour,
    getErrHasColors: () => layout.colour,
  });
  command.configureHelp({
    styleTitle: (title) => titled(title, words, layout),
    styleUsage: (usage) =>
      usage
        .replace('[options]', words.term('help.some_options'))
        .replace('[command]', words.term('help.a_command')),
    displayWidth: (text) => visibleWidth(stripVTControlCharacters(text)),
    boxWrap: (text, width) => wrapped(text, width).join('\n'),
    formatHelp(shown, helper) {
      const text = Help.prototype.formatHelp.call(helper, shown, helper);
      // A Chinese colon is as wide as the space behind it.
      const start = `${helper.styleTitle('Usage:')} `;
      return words.lang === 'zh' && text.startsWith(start)
        ? start.slice(0, -1) + text.slice(start.length)
        : text;
    },
    optionDescription: ({ description, argChoices }) => {
      if (argChoices === undefined) return description;
      return `${description}${words.lang === 'zh' ? '：' : ': '}${argChoices.join(', ')}`;
    },
    subcommandDescription: (sub) => sub.summary() || sub.description(),
    subcommandTerm: (sub) =>
      [sub.name(), ...sub.registeredArguments.map((each) => asWritten(each))].join(' '),
    visibleGlobalOptions: () => [],
  });
}

function asWritten(argument: { name(): string; required: boolean; variadic: boolean }): string {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** The text below the options of a command: its examples, and what comes next. */
export function afterHelp(key: string, words: Words, layout: HelpLayout): string {
  const part = (name: 'example' | 'next'): string => {
    if (!words.has(`${name}.${key}`)) return '';
    const title = titled(words.term(`help.title_${name}s`), words, layout);
    // An example is copied: it is never broken.
    const lines = words
      .term(`${name}.${key}`)
      .split('\n')
      .flatMap((line) => (name === 'example' ? [line] : wrapped(line, widthOf(layout) - 2)));
    return `\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  };
  return part('example') + part('next');
}
