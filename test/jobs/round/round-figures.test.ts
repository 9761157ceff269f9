// The figures that a closing keeps: those of its findings, shown by the notice and published without reading them.
import { describe, expect, it } from 'vitest';
import { noticeOf } from '../../../src/jobs/notice/notice.ts';
import { publishedRound } from '../../../src/jobs/publish/publication.ts';
import { figuresOfFacts } from '../../../src/jobs/round/round-figures.ts';
import { ownFrame } from '../../../src/jobs/round/round-frame.ts';
import type { Connection, ReadDb } from '../../../src/ledger/database.ts';
import { View } from '../../../src/ledger/facts/view.ts';
import { openForReading } from '../../../src/ledger/file/open.ts';
import { figureDifferences, figureTables, keptFigures } from '../../../src/ledger/rounds/round-figures.ts';
import { madeLedger } from '../../support/made.ts';
import { tamper } from '../../support/tamper.ts';

const ROUNDS = [1, 2, 3];
const made = madeLedger({ findings: 90, rounds: 3, cadres: 9, seed: 11 });

function reading<T>(file: string, work: (db: Connection) => T): T {
  const { connection, close } = openForReading(file);
  try {
    return work(connection);
  } finally {
    close();
  }
}

/** The ledger as a program before schema 3 would have left it: nothing was kept. */
function withoutFigures(): string {
  const file = made.copy();
  tamper(file, (raw) => {
    for (const table of figureTables.toReversed()) raw.exec(`DELETE FROM ${table}`);
  });
  return file;
}

/** Everything that is shown of the rounds from their figures. */
const told = (db: ReadDb) =>
  ROUNDS.map((round) => [
    noticeOf(db, round, 'leader'),
    noticeOf(db, round, 'public'),
    publishedRound(db, round),
  ]);

describe('kept figures', () => {
  it('are those that the findings of the round come to', () => {
    reading(made.file, (db) => {
      for (const round of ROUNDS) {
        const reckoned = figuresOfFacts(db, ownFrame(new View(db), round));
        expect(keptFigures(db, round)).toEqual(reckoned);
        expect(figureDifferences(db, round, reckoned)).toEqual([]);
      }
      const { totals, problems, checks } = figuresOfFacts(db, ownFrame(new View(db), 3));
      for (const count of [totals.findings, problems.length, checks]) expect(count).toBeGreaterThan(0);
      expect(keptFigures(db, 4)).toBeUndefined();
    });
  });

  it('are told by the notice and published, as they are reckoned of rounds closed before they were kept', () => {
    const old = withoutFigures();
    expect(reading(old, (db) => keptFigures(db, 1))).toBeUndefined();
    expect(reading(made.file, told)).toEqual(reading(old, told));
  });

  it('spare reading the findings', () => {
    reading(made.file, (db) => {
      const asked: string[] = [];
      const noting = new Proxy(db, {
        get: (of, name) => {
          const value = Reflect.get(of, name, of);
          if (typeof value !== 'function') return value;
          return (sql: string, ...values: never[]) => {
            asked.push(sql);
            return value.call(of, sql, ...values);
          };
        },
      });
      told(noting);
      expect(asked.length).toBeGreaterThan(0);
      expect(
        asked.filter((sql) =>
          /\b(?:findings|finding_now|finding_responsible|checks|reports)\b(?! DESC)/.test(sql),
        ),
      ).toEqual([]);
    });
  });

  it('differ where a value, a row or a text does', () => {
    reading(made.file, (db) => {
      const kept = keptFigures(db, 3);
      if (kept === undefined) throw new Error('nothing kept');
      const [first, ...others] = kept.byArea;
      const differences = (changed: Partial<typeof kept>) =>
        figureDifferences(db, 3, { ...kept, ...changed }).map((each) => each.what);
      expect(differences({ cadres: kept.cadres + 1 })).toEqual(['round_figures cadres']);
      expect(differences({ problems: kept.problems.slice(1) })[0]).toMatch(
        /^main_problems area=.* place=1 area$/,
      );
      expect(differences({ byArea: others })).toHaveLength(10);
      expect(differences({ byArea: others })[0]).toBe(
        `finding_figures grouping=area name=${first?.name} grouping`,
      );
    });
  });
});
