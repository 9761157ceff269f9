// cadre: the roster.
import type { ListedCadre } from '../../domain/cadre-card.ts';
import type { Committed } from '../../jobs/committed.ts';
import { findCadres, showCadre } from '../../jobs/find/find-cadres.ts';
import { moveCadre, type RosterChange, returnCadre } from '../../jobs/record/cadres/roster.ts';
import { cadreCard } from '../../report/lists/cards.ts';
import { cadreColumns, listOf } from '../../report/lists/lists.ts';
import { answer } from '../answers/answer.ts';
import { record } from '../answers/record.ts';
import { sayCount, sayLate, sayRecorded } from '../answers/said.ts';
import { printCard } from '../answers/show.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreGiven } from '../options/cadres-given.ts';
import { columnOptions, columnValues } from '../options/columns.ts';
import type { Input } from '../options/input.ts';
import { talkCommand } from '../options/talking.ts';
import type { Session } from '../session.ts';

const ON = { flags: '--on <day>', required: true } as const;
const BY = { flags: '--by <who>' } as const;
const NOTE = { flags: '--note <text>' } as const;

/** A cadre as an entry of `cadre list`. */
function entryOf({ cadre, onRoster }: ListedCadre) {
  return {
    cadre_no: cadre.cadreNo,
    name: cadre.name,
    rank: cadre.rank,
    post: cadre.post,
    unit: cadre.unit,
    station: cadre.station,
    managed_by: cadre.managedBy,
    identity: cadre.identity,
    joined_on: cadre.joinedOn,
    left_on: cadre.leftOn,
    on_roster: onRoster,
  };
}

export const leaves: readonly CommandSpec[] = [
  {
    name: 'cadre list',
    traits: ['list'],
    options: [
      { flags: '--on <day>', help: 'as_of' },
      { flags: '--unit <name>' },
      { flags: '--station <name>' },
      { flags: '--all', help: 'all_cadres' },
    ],
    async run(session, input) {
      const filter = { station: input.text('station') ?? null, unit: input.text('unit') ?? null };
      const cadres = await session.reading((db) => findCadres(db, input.day('on') ?? null, filter));
      const shown = cadres.filter(({ onRoster }) => onRoster || input.flag('all') === true);
      return session.print(listOf('cadre list', cadreColumns, shown.map(entryOf)));
    },
  },
  {
    name: 'cadre show',
    arguments: '<cadre_no>',
    traits: ['list'],
    async run(session, input) {
      const shown = await session.reading((db) => showCadre(db, cadreGiven(session, db, input.argument(0))));
      return printCard(session, cadreCard(shown, entryOf(shown)));
    },
  },
  {
    name: 'cadre add',
    arguments: '<new_no>',
    traits: ['write'],
    options: columnOptions('cadres', ['cadre_no']),
    run: (session, input) =>
      record(session, 'cadre add', 'cadres', [
        { ...columnValues('cadres', input), cadre_no: input.argument(0) },
      ]),
  },
  {
    name: 'cadre amend',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [...columnOptions('cadres', ['cadre_no'], 'none'), { flags: '--reason <text>', required: true }],
    async run(session, input) {
      const changes = columnValues('cadres', input);
      const reason = input.requiredText('reason');
      // Lists need no validation.
      const { amendCadre } = await import('../../jobs/record/amend.ts');
      return sayRecorded(
        session,
        await session.writing((ledger, acting) =>
          amendCadre(
            ledger,
            acting,
            cadreGiven(session, ledger.connection, input.argument(0)),
            changes,
            reason,
          ),
        ),
      );
    },
  },
  {
    name: 'cadre move',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [
      ON,
      { flags: '--post <value>', help: 'column_post' },
      { flags: '--unit <value>', help: 'column_unit' },
      { flags: '--station <value>', help: 'column_station' },
      BY,
      NOTE,
    ],
    async run(session, input) {
      const request = {
        ...rosterRequest(input),
        post: input.text('post') ?? null,
        unit: input.text('unit') ?? null,
        station: input.text('station') ?? null,
      };
      return sayChange(
        session,
        await session.writing((ledger, acting) => {
          const cadreNo = cadreGiven(session, ledger.connection, input.argument(0));
          return moveCadre(ledger, acting, { cadreNo, ...request });
        }),
      );
    },
  },
  {
    name: 'cadre return',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [ON, BY, NOTE],
    async run(session, input) {
      const request = rosterRequest(input);
      return sayChange(
        session,
        await session.writing((ledger, acting) => {
          const cadreNo = cadreGiven(session, ledger.connection, input.argument(0));
          return returnCadre(ledger, acting, { cadreNo, ...request });
        }),
      );
    },
  },
  {
    name: 'cadre statement',
    arguments: '<cadre_no>',
    traits: ['write'],
    options: [...columnOptions('statements', ['cadre_no', 'made_on', 'waived']), ON, { flags: '--waived' }],
    run: (session, input) =>
      record(session, 'cadre statement', 'statements', [
        {
          ...columnValues('statements', input),
          cadre_no: input.argument(0),
          made_on: input.requiredDay('on'),
          waived: input.flag('waived') === true ? 'yes' : 'no',
        },
      ]),
  },
  talkCommand('cadre talk'),
];

function rosterRequest(input: Input) {
  return {
    on: input.requiredDay('on'),
    by: input.text('by') ?? null,
    note: input.text('note') ?? null,
  };
}

function sayChange(session: Session, came: Committed<RosterChange>): Promise<number> {
  return answer(session, came, {
    tell(value) {
      sayCount(session, value, false);
      sayLate(session, value.late);
    },
    lines: ({ facts }) => facts,
    object: ({ what, facts, cadreNo, name }) => ({ what, facts, cadre_no: cadreNo, name }),
  });
}
