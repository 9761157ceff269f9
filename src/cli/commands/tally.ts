// tally: what the open round, or one at a cutoff, says now.
import { tally } from '../../jobs/round/tally.ts';
import { standingsReport } from '../../report/lists/standings.ts';
import { sayDecidedOffRoster, sayOmitted, sayUndecided } from '../answers/said.ts';
import type { CommandSpec } from '../command-spec.ts';
import { refuseFuture } from '../options/today.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'tally',
    traits: ['list'],
    options: [{ flags: '--cutoff <day>' }, { flags: '--all', help: 'all_standings' }, { flags: '--future' }],
    async run(session, input) {
      const cutoff = input.day('cutoff');
      const { plan, digest, talksNotHeld, offRoster, undecided } = await session.reading((db) => {
        if (cutoff !== undefined) refuseFuture(session, input, cutoff, db);
        return tally(db, { cutoff });
      });
      const lines = input.flag('all') === true ? plan.lines : plan.lines.filter((line) => line.shown);
      const standings = lines.map((line) => line.standing);
      const decided = standings.some((each) => each.decidedBy !== '');
      const frame = { name: 'tally', round: plan.number, cutoff: plan.cutoff, draft: true, decided } as const;
      const code = await session.print(standingsReport(frame, standings));
      sayOmitted(session, plan);
      sayDecidedOffRoster(session, offRoster, plan.cutoff);
      sayUndecided(session, undecided);
      if (talksNotHeld.length > 0) {
        const numbers = talksNotHeld.map((each) => `${each.name} ${each.cadreNo}`);
        session.tell({ key: 'said.talks_not_held', values: { count: talksNotHeld.length, numbers } });
      }
      session.tell({ key: 'said.digest', values: { digest } });
      return code;
    },
  },
];
