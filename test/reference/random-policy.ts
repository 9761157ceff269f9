// A random policy within the limits of section 3, "Policy" and "Measure".

import { MEASURES, type Policy, type Requirement, type Tier } from './facts.ts';
import type { Random } from './prng.ts';

/** The sources that generated findings name, and that a policy may give extra points. */
export const SOURCES = ['中央巡视', '省委巡视', '市委巡察', '五个专项治理回头看'] as const;

const REQUIREMENTS: readonly Requirement[] = [
  'no_counted_findings',
  'central_tasks_on_schedule',
  'no_overdue_findings',
];

/** All options of `count`, weights of at most two decimals, some tiers, any exit requirements. */
export function randomPolicy(random: Random, name: string): Policy {
  const plain = random.chance(40);
  const weight = (usual: number): number =>
    plain || random.chance(30) ? usual : random.pick([0, 0.05, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.33, 3]);
  const extra = (): number => (random.chance(50) ? 0 : random.pick([0.01, 0.1, 0.25, 0.5, 1, 1.75]));
  const tiers = randomTiers(random);
  return {
    name,
    version: '1',
    document: '',
    count: {
      basis: random.chance(70) ? 'due' : 'outstanding',
      objected: random.chance(70) ? 'suspend' : 'count',
      reported: random.chance(70) ? 'suspend' : 'count',
      weights: {
        severity: { 1: weight(1), 2: weight(1), 3: weight(1) },
        source: Object.fromEntries(
          SOURCES.filter(() => !plain && random.chance(40)).map((each) => [each, extra()]),
        ),
        recurrence: extra(),
        returned: extra(),
        overdue_per_week: extra(),
        role: { lead: weight(1), assist: weight(1), leader: weight(0) },
      },
      task_behind: random.chance(60) ? 0 : extra(),
      absence: random.chance(60) ? 0 : random.pick([0.05, 0.1, 0.25, 1]),
    },
    tiers,
    exit: { require: REQUIREMENTS.filter(() => random.chance(60)) },
    commend: { rectified_at_least: random.between(1, 3) },
    history: {
      window_months: random.pick([1, 1, 2, 12]),
      raise_at_entries: random.chance(50) ? 0 : 2,
      raise_at_rounds: random.chance(50) ? 0 : random.between(2, 3),
    },
    duties: {
      check_within: random.chance(35) ? 0 : random.between(1, 15),
      rule_within: random.chance(35) ? 0 : random.between(1, 15),
    },
    require_decision: tiers.map((tier) => tier.measure).filter(() => random.chance(25)),
  };
}

function randomTiers(random: Random): Tier[] {
  const measures = random.chance(75) ? MEASURES : MEASURES.filter(() => random.chance(60));
  let hundredths = 0;
  const tiers: Tier[] = (measures.length > 0 ? measures : MEASURES).map((measure, index) => {
    hundredths += random.chance(60) ? 100 : random.pick([1, 50, 125, 150, 200]);
    return {
      measure,
      at_least: Number(`${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`),
      in_circle: random.chance(index === 0 ? 30 : 85),
    };
  });
  return tiers;
}
