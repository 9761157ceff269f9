// The page of a ledger, worded: the last round at a glance, the rounds, the findings, and how it was calculated.
import type { DashboardFacts } from '../../domain/dashboard.ts';
import { withoutPersonalNumbers } from '../../domain/texts/personal-numbers.ts';
import type { Words } from '../../i18n/words.ts';
import type { Page, PageSection, PageTile } from '../page.ts';
import { share } from '../shares.ts';
import { longDay } from '../wording.ts';
import { decisionsWaiting, dutiesByKind, dutiesFigure } from './dashboard-duties.ts';
import { glanceTables } from './dashboard-glance.ts';
import { findingsByGroup, peopleFigures } from './dashboard-groups.ts';
import { findingsByRound, roundsFigures } from './dashboard-rounds.ts';

/** The page that `dashboard` writes. */
export function dashboardPage(unmasked: DashboardFacts, words: Words): Page {
  const facts = withoutPersonalNumbers(unmasked);
  const { rounds, township } = facts;
  const last = rounds.at(-1);
  if (last === undefined) throw new Error('a page without a round');
  const say = (key: string, values: Record<string, string | number> = {}) =>
    words.text({ key: `page.${key}`, values });
  const sections: PageSection[] = [
    {
      id: 'duties',
      heading: say('duties'),
      figures: [dutiesFigure(facts, words), dutiesByKind(facts, words)],
    },
    { id: 'rounds', heading: say('rounds'), figures: roundsFigures(facts, words) },
    { id: 'work', heading: say('work'), figures: findingsByRound(facts, words) },
    { id: 'findings', heading: say('findings'), figures: findingsByGroup(facts, words) },
    ...(facts.names ? [{ id: 'people', heading: say('people'), figures: peopleFigures(facts, words) }] : []),
  ];
  const span = { from: rounds[0]?.round ?? last.round, to: last.round };
  return {
    lang: words.lang === 'zh' ? 'zh-CN' : 'en',
    title: township === '' ? say('title') : say('title_of', { township }),
    mark: facts.draft ? words.term('word.draft') : '',
    subtitle: say(rounds.length === 1 ? 'subtitle_one' : 'subtitle', {
      ...span,
      cutoff: longDay(last.cutoff, words),
    }),
    skip: say('skip'),
    contents: say('contents'),
    glance: {
      id: 'glance',
      heading: say(facts.draft ? 'glance_draft' : 'glance', { round: last.round }),
      said: [
        decisionsWaiting(facts.duties, words),
        say('glance_said', {
          outstanding: last.outstanding,
          overdue: last.overdue,
          waiting: facts.waiting,
          circle: last.inCircle,
          enter: last.enter,
          exit: last.exit,
        }),
      ].join(words.lang === 'zh' ? '' : ' '),
      tiles: tiles(facts, words),
      tables: glanceTables(facts, words),
    },
    sections,
    notesHeading: say('notes'),
    notes: [
      ...(facts.draft ? [say('note_draft')] : []),
      say('note_lines'),
      ...(facts.corrected > 0 ? [say('note_corrected', { count: facts.corrected })] : []),
      say('note_findings'),
      say('note_groups'),
      ...(facts.withoutDeadline > 0 ? [say('note_without_deadline', { count: facts.withoutDeadline })] : []),
      ...(facts.names ? [] : [say('note_without_names')]),
      say('note_policy', { policy: facts.policy, digest: facts.digest }),
    ],
  };
}

/** The eight numbers that a leader asks for first, against the round before where there is one. */
function tiles({ rounds, waiting, lateChecks, checkLimit: days }: DashboardFacts, words: Words): PageTile[] {
  const last = rounds.at(-1);
  const before = rounds.at(-2);
  if (last === undefined) return [];
  const against = (now: number, then: number | undefined): string => {
    if (then === undefined) return '';
    const change = now === then ? '±0' : now > then ? `+${now - then}` : `−${then - now}`;
    return words.text({ key: 'page.against', values: { change } });
  };
  const tile = (key: string, value: number | string, detail: string, tone: PageTile['tone']): PageTile => ({
    label: words.term(`page.tile_${key}`),
    value: String(value),
    detail,
    tone,
  });
  const late = lateChecks.reduce((sum, each) => sum + each.late, 0);
  const { self_criticism, reminder_talk, admonition_talk } = last.measures;
  return [
    tile('circle', last.inCircle, against(last.inCircle, before?.inCircle), 'bad'),
    tile('enter', last.enter, against(last.enter, before?.enter), 'bad'),
    tile('exit', last.exit, against(last.exit, before?.exit), 'good'),
    tile(
      'measures',
      self_criticism + reminder_talk + admonition_talk,
      words.text({
        key: 'page.tile_measures_detail',
        values: { self_criticism, reminder_talk, admonition_talk },
      }),
      'plain',
    ),
    tile('outstanding', last.outstanding, against(last.outstanding, before?.outstanding), 'plain'),
    tile(
      'overdue',
      last.overdue,
      words.text({
        key: 'page.tile_overdue_detail',
        values: {
          share: share(last.overdue, last.outstanding),
          against:
            before === undefined ? '' : words.term('mark.list') + against(last.overdue, before.overdue),
        },
      }),
      last.overdue > 0 ? 'bad' : 'good',
    ),
    tile(
      'rectified',
      last.rectified,
      words.text({
        key: 'page.tile_rectified_detail',
        values: { share: share(last.inTime, last.rectified) },
      }),
      'good',
    ),
    tile(
      'waiting',
      waiting,
      words.text({ key: 'page.tile_waiting_detail', values: { late, days } }),
      late > 0 ? 'warn' : 'plain',
    ),
  ];
}
