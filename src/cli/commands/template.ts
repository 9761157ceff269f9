// template: an empty workbook or csv file of a record kind, to be filled in and imported.
import { Failure, problem } from '../../domain/problem.ts';
import { loadWords } from '../../i18n/words.ts';
import { render } from '../../output/formats.ts';
import type { Chunk, Settings } from '../../output/settings.ts';
import { renderTemplate } from '../../output/template.ts';
import { type Template, templateOf } from '../../report/template.ts';
import type { CommandSpec } from '../command-spec.ts';
import { kindNamed } from '../options/kinds.ts';

const formats = ['xlsx', 'csv'];

export const leaves: readonly CommandSpec[] = [
  {
    name: 'template',
    arguments: '<kind>',
    options: [
      { flags: '-o, --output <file>', help: 'template_output' },
      { flags: '--format <format>', choices: formats },
      { flags: '--headers <zh|en>', choices: ['zh', 'en'], help: 'template_headers' },
    ],
    async run(session, input) {
      const kind = await kindNamed(input.argument(0), session.words);
      const headers = input.text('headers');
      const words = await (headers === undefined
        ? session.documentWords()
        : loadWords(headers === 'zh' ? 'zh' : 'en'));
      const format = session.format('csv');
      if (!formats.includes(format))
        throw new Failure('usage', [problem('usage_template_format', { format })]);
      const written = words.lang === 'zh' ? ('words' as const) : ('keys' as const);
      const settings = { ...session.settings(words), headers: written };
      const template = templateOf(kind, words);
      return session.write(
        format === 'csv' ? render(template.report, 'csv', settings) : workbook(template, settings),
      );
    },
  },
];

async function* workbook(template: Template, settings: Settings): AsyncGenerator<Chunk> {
  yield await renderTemplate(template, settings);
}
