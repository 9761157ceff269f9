// The command line: finds the command, runs it, and turns the outcome into an exit code.
import { Command, CommanderError } from 'commander';
import { Failure, problem, refusal } from '../domain/problem.ts';
import { isWronglyDecoded } from '../domain/texts/readable.ts';
import { loadWords, type Words } from '../i18n/words.ts';
import { loadColours } from '../output/styles.ts';
import { failureOf } from './answers/failure.ts';
import { refuseOutputOnInput } from './answers/outputs.ts';
import { asUsageFailure, refuseMissingOptions, refuseSwallowed } from './answers/usage.ts';
import { colours } from './colour.ts';
import type { CommandSpec } from './command-spec.ts';
import { commandNames, loadCommand } from './commands/registry.ts';
import type { Context } from './context.ts';
import { commonOptions, declareCommand, keyOf, longFlag, toOption } from './declare.ts';
import { exitCodes, OK } from './exit.ts';
import { afterHelp, type HelpLayout, localise } from './help.ts';
import { damageBehind } from './ledger-access.ts';
import { withCodes } from './options/coded.ts';
import { Input } from './options/input.ts';
import { answersInJson, withFormat } from './options/json-given.ts';
import { languageOf } from './options/language.ts';
import { withToday } from './options/today.ts';
import { Session } from './session.ts';
import { isHelpTopic, topicPage, topPage } from './top-page.ts';
import { version } from './version.ts';

/**
 * Runs the program.
 * @param argv the arguments after the program's name
 * @returns the exit code of contract section 4; only the launcher gives it to the process
 */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  const words = await loadWords(languageOf(given('--lang', argv), context.env), context.typed);
  if (mayColour(argv, context)) await loadColours();
  const asked: Asked = {};
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      return await new Session(context, new Input([], {}), words, main).write([`${version}\n`]);
    }
    // No system hands one over; who calls this function could.
    if (argv.some((word) => word.includes('\0'))) throw new Failure('usage', [problem('usage_nul')]);
    if (argv[0] === 'complete' && (argv[1] === '--' || argv[1] === '--plain')) {
      const { completions } = await import('./completion/completing.ts');
      const plain = argv[1] === '--plain';
      const lines = await completions(argv.slice(plain ? 3 : 2), context, words, plain);
      return await new Session(context, new Input([], {}), words, main).write([`${lines}\n`]);
    }
    const broken = argv.find(isWronglyDecoded);
    if (broken !== undefined) throw refusal('argument_wrongly_decoded', { value: broken });
    return await runProgram(argv, context, words, asked);
  } catch (error) {
    return tellFailure(error, context, words, {
      color: given('--color', argv),
      json: answersInJson(argv),
    });
  }
}

/** The command that was asked for, once it is known. */
interface Asked {
  /** Its name as it was typed: `round open`. */
  name?: string;
}

/** What an option says before the command line is read: the language and the colour of its help. */
function given(option: '--lang' | '--color', argv: readonly string[]): string | undefined {
  const at = argv.findIndex((each) => each === option || each.startsWith(`${option}=`));
  if (at < 0) return undefined;
  return argv[at]?.includes('=') ? argv[at]?.slice(option.length + 1) : argv[at + 1];
}

/** Whether anything may come out in colour; where `--color` is given more than once, the last one decides later. */
function mayColour(argv: readonly string[], context: Context): boolean {
  const { stdout, stderr } = colours(undefined, context);
  return stdout || stderr || argv.some((word) => word.startsWith('--color'));
}

/** The first word that is neither an option nor the value of one: the command's name. */
function commandIn(argv: readonly string[]): string | undefined {
  const withValue = new Set(
    commonOptions.filter((spec) => spec.flags.includes('<')).map((spec) => `--${longFlag(spec)}`),
  );
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (withValue.has(word)) at += 1;
    else if (!word.startsWith('-')) return word;
  }
  return undefined;
}

const asksForHelp = (argv: readonly string[]): boolean =>
  argv.some((word) => word === 'help' || word === '--help' || /^-[A-Za-z]*h/.test(word));

async function runProgram(
  argv: readonly string[],
  context: Context,
  words: Words,
  running: Asked,
): Promise<number> {
  const said: string[] = [];
  let exit: number = OK;
  const layout: HelpLayout = {
    width: context.width,
    colour: colours(given('--color', argv), context).stdout,
  };
  const program = prepare(new Command('yanquan'), words, layout, said);
  program
    .version(version, '-V, --version', words.text({ key: 'option.version' }))
    .configureHelp({ formatHelp: () => topPage(words, layout) });
  program.enablePositionalOptions(false).addHelpCommand(false);
  const wanted = commandIn(argv);
  const asked = wanted === 'help' ? commandIn(argv.slice(argv.indexOf('help') + 1)) : wanted;
  if (wanted === 'help' && asked === 'json-schema') {
    const { jsonSchema } = await import('./schema/json-schema.ts');
    return await new Session(context, new Input([], {}), words, main).writeObject(jsonSchema());
  }
  if (wanted === 'help' && asked !== undefined && isHelpTopic(asked))
    return new Session(context, new Input([], {}), words, main).write([topicPage(asked, words, layout)]);
  // The others are needed only where help may list them all.
  const alone = asked !== undefined && commandNames.includes(asked) && !asksForHelp(argv);
  for (const name of alone ? [asked] : commandNames) {
    const command = program.command(name).copyInheritedSettings(program);
    command.summary(words.text({ key: `summary.${name}` }));
    if (name !== asked) continue;
    const leaves = await loadCommand(name);
    const inside = commandIn(argv.slice(argv.indexOf(name) + 1));
    const only = alone ? leaves.find((leaf) => leaf.name === `${name} ${inside}`) : undefined;
    const found = only ?? leaves.find((leaf) => leaf.name === name);
    running.name = inside === undefined || found?.name === name ? name : `${name} ${inside}`;
    for (const leaf of only === undefined ? leaves : [only]) {
      declare(command, leaf, words, layout, async (args, options) => {
        const specs = leaf.options ?? [];
        refuseSwallowed(leaf, options, argv);
        refuseMissingOptions(leaf, options, words);
        const coded = withFormat(leaf, await withCodes(specs, options, words, name));
        const asking = new Session(context, new Input(args, coded), words, main);
        const input = new Input(args, await withToday(asking, specs, coded));
        const session = new Session(context, input, words, main);
        try {
          refuseOutputOnInput(input, session.ledgerFile, context.stdin);
          exit = await leaf.run(session, input);
        } catch (error) {
          throw await damageBehind(error, session.ledgerFile);
        }
      });
    }
    if (!leaves.some((leaf) => leaf.name === name)) {
      localise(command, words, layout);
      command.helpCommand('help [command]', words.term('option.help_command'));
      command.description(words.text({ key: `summary.${name}` }));
      command.addHelpText('after', () => afterHelp('subcommands', words, layout));
    }
  }
  for (const spec of commonOptions) program.addOption(toOption(spec, words));
  const named = wanted === 'help' ? asked : wanted;
  if (named !== undefined && !commandNames.includes(named)) {
    const { unknownCommand } = await import('./verbs.ts');
    throw await unknownCommand(named);
  }
  const args = wanted === 'help' ? [...argv.filter((each) => each !== 'help'), '--help'] : [...argv];
  try {
    if (wanted === undefined && !argv.includes('--help') && !argv.includes('-h')) {
      const { home } = await import('./commands/home.ts');
      said.push(topPage(words, layout));
      const input = new Input([], program.parseOptions(args).unknown.length > 0 ? {} : program.opts());
      const session = new Session(context, input, words, main);
      const unknown = program.parseOptions(args).unknown[0];
      if (unknown !== undefined)
        throw new Failure('usage', [
          problem('usage_unknown_option', { what: unknown, page: 'yanquan --help' }),
        ]);
      try {
        return await home(session, said.join(''));
      } catch (error) {
        throw await damageBehind(error, session.ledgerFile);
      }
    }
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0 && error.code !== 'commander.help')
      throw asUsageFailure(error, commandOf(running, argv));
    if (error.code === 'commander.help' && error.exitCode !== 0) {
      context.stderr(said.join(''));
      return exitCodes.usage;
    }
  }
  if (said.length > 0) return new Session(context, new Input([], {}), words, main).write(said);
  return exit;
}

/** Commander throws instead of leaving, says nothing itself, and keeps what it would print as the answer. */
function prepare(command: Command, words: Words, layout: HelpLayout, said: string[]): Command {
  localise(command, words, layout);
  return command.exitOverride().configureOutput({
    writeOut: (text) => said.push(text),
    writeErr: (text) => said.push(text),
    outputError: () => undefined,
  });
}

/** The command that a wrong option belongs to: none where the option comes before the command. */
function commandOf({ name }: Asked, argv: readonly string[]): string {
  const [first = ''] = argv;
  const common = commonOptions.some(({ flags }) => first.startsWith(`--${longFlag({ flags })}`));
  return name === undefined || (first.startsWith('--') && !common) ? '' : name;
}

/** A leaf named `round open` becomes the subcommand `open`; one named like its command becomes the command itself. */
function declare(
  parent: Command,
  leaf: CommandSpec,
  words: Words,
  layout: HelpLayout,
  run: (
    args: readonly (string | readonly string[] | undefined)[],
    options: Record<string, unknown>,
  ) => Promise<void>,
): void {
  const [, sub] = leaf.name.split(' ');
  const command = sub === undefined ? parent : parent.command(sub).copyInheritedSettings(parent);
  declareCommand(command, leaf, words, layout);
  if (sub !== undefined) command.summary(words.text({ key: `help.${keyOf(leaf.name)}` }));
  command.action(async (...values: unknown[]) => {
    const args = values.slice(0, -2) as (string | readonly string[] | undefined)[];
    await run(args, command.optsWithGlobals());
  });
}

async function tellFailure(
  error: unknown,
  context: Context,
  words: Words,
  { color, json }: { readonly color: string | undefined; readonly json: boolean },
): Promise<number> {
  const session = new Session(context, new Input([], { lang: words.lang, color }), words, main);
  const failure = failureOf(error);
  session.tellProblems(failure.problems);
  const code = exitCodes[failure.kind];
  if (json) {
    const { problemObjects } = await import('./answers/problem-objects.ts');
    const object = { problems: await problemObjects(failure.problems), exit: code };
    // Where stdout takes nothing it has been said on stderr, and the exit code stays true.
    await session.writeObject(object).catch(() => undefined);
  }
  return code;
}
