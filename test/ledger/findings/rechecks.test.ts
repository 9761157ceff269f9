// Re-checks as they are recorded: those that figures count, and what a draw took.
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/days/day.ts';
import { View } from '../../../src/ledger/facts/view.ts';
import { countedRechecks, drawnFindings } from '../../../src/ledger/findings/rechecks.ts';
import { recheckFigures } from '../../../src/scoring/figures/recheck-figures.ts';
import { fillEveryTable, newLedger, write } from '../../support/ledgers.ts';

describe('what is read of re-checks', () => {
  const figures = (ledger: ReturnType<typeof newLedger>, cutoff: string) =>
    recheckFigures(countedRechecks(new View(ledger.connection)), cutoff as Day, null);

  it('are the live ones, for the figures of a round', () => {
    const ledger = newLedger();
    write(ledger, fillEveryTable);
    expect(figures(ledger, '2018-10-08')).toEqual({ rechecks: 1, rebounds: 1 });
    expect(figures(ledger, '2018-10-07')).toEqual({ rechecks: 0, rebounds: 0 });
    write(ledger, (db) => db.insert('reversals', { fact: 'rechecks', fact_id: 1, reason: '误' }));
    expect(figures(ledger, '2018-10-08')).toEqual({ rechecks: 0, rebounds: 0 });
  });

  it('are the findings of live draws alone', () => {
    const ledger = newLedger();
    write(ledger, fillEveryTable);
    expect([...drawnFindings(new View(ledger.connection))]).toEqual([1]);
    write(ledger, (db) => db.insert('reversals', { fact: 'recheck_draws', fact_id: 1, reason: '误' }));
    expect([...drawnFindings(new View(ledger.connection))]).toEqual([]);
  });
});
