// The filters of findings, as `finding list` and `export` take them.
import type { Status } from '../../domain/findings/finding.ts';
import type { FindingFilter } from '../../jobs/find/find-findings.ts';
import type { Input } from './input.ts';

/** What the options ask for. @param cadreNo the number of the cadre that is asked for */
export function findingFilter(input: Input, cadreNo: string | null): FindingFilter {
  return {
    on: input.day('on') ?? null,
    status: (input.text('status') as Status | undefined) ?? null,
    outstanding: input.flag('outstanding') === true,
    withoutDeadline: input.flag('withoutDeadline') === true,
    source: input.text('source') ?? null,
    area: input.text('area') ?? null,
    village: input.text('village') ?? null,
    station: input.text('station') ?? null,
    cadreNo,
    overdueOn: input.day('overdue') ?? null,
    dueBy: input.day('dueBy') ?? null,
  };
}
