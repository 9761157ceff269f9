// log: the journal: who did what, when.
import { logOf } from '../../jobs/find/log.ts';
import { logReport } from '../../report/lists/log.ts';
import type { CommandSpec } from '../command-spec.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'log',
    traits: ['list'],
    options: [
      { flags: '--from <day>' },
      { flags: '--to <day>' },
      { flags: '--actor <name>', help: 'log_actor' },
      { flags: '--command <words>', help: 'log_command' },
      { flags: '--limit <n>' },
    ],
    async run(session, input) {
      const filter = {
        from: input.day('from') ?? null,
        to: input.day('to') ?? null,
        actor: input.text('actor') ?? null,
        command: input.text('command') ?? null,
        limit: input.whole('limit') ?? null,
      };
      return session.print(logReport(await session.reading((db) => logOf(db, filter))));
    },
  },
];
