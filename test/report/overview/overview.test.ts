// The county's overview: by name unless a ranking is asked for, sums that are right, and a page without a person.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/domain/days/day.ts';
import type { TownshipFigures } from '../../../src/domain/publication.ts';
import { pageHtml } from '../../../src/output/documents/dashboard.ts';
import { overviewReport, rankings } from '../../../src/report/overview/overview.ts';
import { rectifiedFigure } from '../../../src/report/overview/overview-figures.ts';
import { overviewPage } from '../../../src/report/overview/overview-page.ts';
import { wordsFor } from '../../support/words.ts';

const township = (county: string, name: string, due: number): TownshipFigures => ({
  county,
  township: name,
  rounds: 2,
  last: {
    lastRound: 2,
    cutoff: '2018-09-19' as Day,
    due,
    overdue: due - 1,
    inCircle: 3,
    rectified: 10,
    inTime: 4,
    entered: 5,
    left: 2,
    checks: 8,
    checksTimed: 4,
    checkDays: 6,
    talksOwed: 3,
    talksHeld: 2,
    talksLate: 1,
    servicesOwed: 11,
    services: 7,
    servicesLate: 4,
    appeals: 5,
    appealsUpheld: 0,
    rechecks: 8,
    rebounds: 2,
  },
});
const silent: TownshipFigures = { county: '德江县', township: '安化乡', rounds: 0, last: null };
const townships = [
  township('思南县', '丁乡', 9),
  township('德江县', '万乡', 2),
  township('德江县', '一乡', 5),
  silent,
];
const facts = {
  county: null,
  from: null,
  to: null,
  townships,
  groups: [{ grouping: 'source' as const, name: '巡视<b>', due: 4, overdue: 1, rectified: 2 }],
};
const names = (rows: Iterable<readonly unknown[]>) => [...rows].map((row) => row[1]);

describe('the list', () => {
  test('stands by county and name, by strokes, whatever the figures', () => {
    expect(names(overviewReport(facts, null).rows)).toEqual(['丁乡', '一乡', '万乡', '安化乡']);
    expect(overviewReport(facts, null).title.key).toBe('title.overview');
  });

  test('is a ranking when one is asked for, and says so; who has published nothing comes last', () => {
    const ranked = overviewReport(facts, 'due');
    expect(names(ranked.rows)).toEqual(['丁乡', '一乡', '万乡', '安化乡']);
    expect(
      names(
        overviewReport(
          { ...facts, townships: [silent, township('甲县', '甲乡', 1), township('甲县', '乙乡', 7)] },
          'overdue',
        ).rows,
      ),
    ).toEqual(['乙乡', '甲乡', '安化乡']);
    expect(wordsFor('en').text(ranked.title)).toContain('ranked by due');
    const columns = new Set(ranked.columns.map((each) => each.key));
    expect(rankings.filter((each) => !columns.has(each))).toEqual([]);
  });

  test('has days to the tenth, and nothing of who has published nothing', () => {
    const [first, , , last] = [...overviewReport(facts, null).rows];
    expect(first).toEqual([
      ...['思南县', '丁乡', 2, '2018-09-19', 9, 8, 89, 10, 4, 40, 3, 5, 2, 8, '1.5'],
      ...[3, 2, 1, 11, 7, 4, 5, 0, 8, 2],
    ]);
    expect(last).toEqual(['德江县', '安化乡', 0, ...Array.from({ length: 22 }, () => null)]);
  });

  test('has every figure under its own heading, and says which span it is of', () => {
    const report = overviewReport({ ...facts, from: '2018-01-01', to: null }, null);
    const [first = []] = report.rows;
    expect(Object.fromEntries(report.columns.map(({ key }, at) => [key, first[at]]))).toMatchObject({
      overdue_rate: 89,
      in_time_rate: 40,
      check_days: '1.5',
      talks_owed: 3,
      talks_held: 2,
      talks_late: 1,
      services_owed: 11,
      services: 7,
      services_late: 4,
      appeals: 5,
      appeals_upheld: 0,
      rechecks: 8,
      rebounds: 2,
    });
    const notes = (report.notes ?? []).map((each) => wordsFor('en').text(each));
    expect(notes).toContain('Only rounds with a cutoff from 2018-01-01 to —.');
    expect(overviewReport(facts, null).notes?.map((each) => each.key)).not.toContain('note.overview_span');
  });
});

describe.each(['zh', 'en'] as const)('the page in %s', (lang) => {
  const words = wordsFor(lang);

  test('sums up all, names who is missing, escapes what is given, and says that it is no ranking', () => {
    const page = overviewPage(facts, null, words);
    const tiles = page.glance.tiles.map((each) => each.value);
    expect(tiles).toEqual(['3', '16', '13', '30', '9', '15', '6', '1.5']);
    expect(page.glance.tables[0]?.rows).toEqual([['安化乡', '德江县']]);
    expect(page.glance.tiles[2]?.detail).toContain('81%');
    const after = page.sections.find((each) => each.id === 'after')?.figures[0];
    expect(after?.table.rows[0]?.slice(4)).toEqual([
      '3',
      '2',
      '67%',
      '1',
      '11',
      '7',
      '4',
      '5',
      '0',
      '8',
      '2',
      '25%',
    ]);
    expect(after?.chart?.series.map((each) => each.values)).toEqual([
      [2, 2, 2, null],
      [1, 1, 1, null],
    ]);
    const html = pageHtml(page);
    expect(html).toContain('巡视&lt;b&gt;');
    expect(html).toContain(words.term('overview.note_by_name'));
    expect(pageHtml(overviewPage(facts, 'due', words))).not.toContain(words.term('overview.note_by_name'));
  });

  test('draws counties where there are too many townships, and still lists every one', () => {
    const many = Array.from({ length: 90 }, (_, at) => township(`${at % 3}县`, `${at}乡`, 2));
    const [figure] = overviewPage({ ...facts, townships: many }, null, words).sections[0]?.figures ?? [];
    expect(figure?.chart?.labels).toEqual(['0县', '1县', '2县']);
    expect(figure?.chart?.series.map((each) => each.values)).toEqual([
      [30, 30, 30],
      [30, 30, 30],
    ]);
    expect(figure?.table.rows.length).toBe(90);
  });

  test('of a county in which nobody has published stands all the same', () => {
    const page = overviewPage({ ...facts, townships: [silent], groups: [] }, null, words);
    expect(page.glance.tiles[0]?.value).toBe('0');
    expect(pageHtml(page)).not.toMatch(/undefined|NaN|\{\w+\}/);
  });
});

test('the bars of what was rectified are in time and late, and together all of it', () => {
  const figure = rectifiedFigure([township('德江县', '一乡', 5)], (key) => key);
  expect(figure.chart?.series.map(({ values }) => values)).toEqual([[4], [6]]);
});
