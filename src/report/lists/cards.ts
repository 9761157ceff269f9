// Cards: one finding or cadre in full, with its history below.
import type { CadreCard } from '../../domain/cadre-card.ts';
import type { NamedResponsible } from '../../domain/findings/finding.ts';
import type { FindingCard } from '../../domain/findings/finding-card.ts';
import type { Text } from '../report.ts';
import { answeringText, inFull, type NameStyle } from './answering.ts';
import { eventOf, valueAndWords, whatOf, whoOf } from './happened.ts';
import { correctedNote, type Entry, historyColumns, historyColumnsOfMachines, listOf } from './lists.ts';
import { ownOfCadre, ownOfFinding } from './own-columns.ts';
import type { Card } from './shown.ts';
import { standingColumns, standingRow } from './standings.ts';

function noted(said: string, word: (key: string) => string): string {
  return ` ${word('mark.note_open')}${said}${word('mark.note_close')}`;
}

const column = (key: string): Text => ({ key: `column.${key}` });

/** A finding as a card. @param word words a coded term in the user's language; null for machines */
export function findingCard(shown: FindingCard, word: ((key: string) => string) | null): Card {
  const { row, now } = shown;
  const worded = word ?? ((key: string) => key);
  const own = ['source', 'clause', 'area', 'village', 'station', 'description'].map((key) =>
    key === 'station' && now.derived
      ? ([column(key), { key: 'card.station_of_lead', values: { station: now.station } }] as const)
      : ([column(key), String(row[key] ?? '')] as const),
  );
  const rest = ['reason', 'action', 'standard', 'resp_unit', 'remark'].map(
    (key) => [column(key), String(row[key] ?? '')] as const,
  );
  return {
    title: { key: 'title.finding_show', values: { finding_no: String(row.finding_no) } },
    pairs: [
      [column('status'), { key: `status.${now.status}` }],
      ...own,
      [column('severity'), { key: `severity.${row.severity}` }],
      [column('found_on'), String(row.found_on)],
      [
        column('deadline'),
        [now.deadline ?? '', row.due_reckoned ? `(${row.due_reckoned})` : ''].join(' ').trim(),
      ],
      [
        column('responsible'),
        {
          key: 'card.list',
          values: {
            list: now.responsible.map((each) => inFull(each, worded)),
          },
        },
      ],
      [column('recurs'), shown.recurs ?? ''],
      [column('unit_words'), shown.unitWords ?? ''],
      ...rest,
    ],
    list: listOf(
      'finding show',
      word === null ? historyColumnsOfMachines : historyColumns,
      shown.history.map(
        (each): Entry => ({
          id: `${each.table}-${each.id}`,
          day: each.day,
          event: eventOf(each.table),
          who: whoOf(each.table, each.values),
          ...(word === null ? valueAndWords(each.table, each.values) : { what: whatHappened(each, word) }),
          state: each.reversedBy === null ? 'live' : 'reversed',
          file: each.file,
          line: each.line,
          seq: each.seq,
          at: each.at,
          actor: each.actor,
          carried_from: each.carriedFrom?.ledger ?? null,
          carried_entry: each.carriedFrom?.seq ?? null,
          reversed_by: each.reversedBy,
        }),
      ),
      { title: { key: 'title.history' } },
    ),
    own: ownOfFinding(shown),
  };
}

function whatHappened(
  { table, values, carriedFrom, reversedBy }: FindingCard['history'][number],
  word: (key: string) => string,
): string {
  const carried =
    carriedFrom === null
      ? ''
      : noted(`${word('state.carried')} ${carriedFrom.ledger} #${carriedFrom.seq}`, word);
  const reversed = reversedBy === null ? '' : noted(`${word('state.reversed')} #${reversedBy}`, word);
  return whatOf(table, values, word) + carried + reversed;
}

/** A cadre as a card; the list is the lines in closed rounds. */
export function cadreCard(shown: CadreCard, entry: Entry): Card {
  const fields = [
    'name',
    'rank',
    'post',
    'unit',
    'station',
    'managed_by',
    'identity',
    'joined_on',
    'left_on',
  ];
  const wording = (key: string): string | Text =>
    key === 'rank' ? { key: `rank.${entry.rank}` } : String(entry[key] ?? '');
  return {
    title: {
      key: 'title.cadre_show',
      values: { cadre_no: String(entry.cadre_no), name: String(entry.name) },
    },
    pairs: [
      ...fields.map((key) => [column(key), wording(key)] as const),
      [column('on_roster'), { key: `boolean.${entry.on_roster}` }],
      ...shown.cadre.rosterEvents.map((event) => [{ key: `event.${event.kind}` }, event.on] as const),
      ...shown.findings.map(
        (each) =>
          [
            { key: 'column.outstanding' },
            `${each.findingNo} ${each.deadline ?? '—'} ${each.description}`,
          ] as const,
      ),
    ],
    list: {
      name: 'cadre show',
      title: { key: 'title.standings_of_cadre' },
      columns: standingColumns.map((each) =>
        ['round', 'cutoff'].includes(each.key)
          ? { ...each, machineOnly: false }
          : ['cadre_no', 'name', 'unit'].includes(each.key)
            ? { ...each, machineOnly: true }
            : each,
      ),
      rows: shown.standings.map((each) => standingRow(each.round, each.cutoff, each.standing)),
      notes: correctedNote(
        shown.standings.filter((each) => each.corrected).map((each) => `${each.round}:${entry.cadre_no}`),
      ),
    },
    own: ownOfCadre(shown, entry),
  };
}

/** A finding as an entry of `finding list`. */
export function findingEntry(
  listed: {
    readonly findingNo: string;
    readonly source: string;
    readonly area: string;
    readonly village: string;
    readonly station: string;
    readonly description: string;
    readonly severity: number;
    readonly foundOn: string;
    readonly deadline: string | null;
    readonly status: string;
    readonly responsible: readonly NamedResponsible[];
  },
  nameStyle: NameStyle,
  word: (key: string) => string,
): Entry {
  return {
    finding_no: listed.findingNo,
    source: listed.source,
    area: listed.area,
    village: listed.village,
    station: listed.station,
    description: listed.description,
    severity: listed.severity,
    found_on: listed.foundOn,
    deadline: listed.deadline,
    status: listed.status,
    responsible: answeringText(listed.responsible, nameStyle, word),
  };
}
