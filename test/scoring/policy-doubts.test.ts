// What `policy check` warns of: each rule without a way out, and none where there is one.
import { describe, expect, it } from 'vitest';
import { readPolicyFile } from '../../src/intake/policy-file.ts';
import { policyDoubts } from '../../src/scoring/policy-doubts.ts';

const LIMITS = 'duties: { check_within: 6, rule_within: 6 }';
const TIERS = `tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
  - { measure: admonition_talk, at_least: 4, in_circle: true }`;
const ONE_INSIDE = TIERS.replace('at_least: 2, in_circle: true', 'at_least: 2, in_circle: false');

/** The codes for a policy of some lines; limits and the usual tiers unless given. */
function codes(...lines: readonly string[]): string[] {
  const has = (key: string) => lines.some((line) => line.startsWith(`${key}:`));
  const all = [
    ...['name: own', 'version: "1"', ...lines],
    ...(has('duties') ? [] : [LIMITS]),
    ...(has('tiers') ? [] : [TIERS]),
  ];
  return policyDoubts(readPolicyFile(`${all.join('\n')}\n`, 'own.yaml')).map((each) => each.code);
}

describe('waiting', () => {
  it('is no doubt with limits', () => expect(codes()).toEqual([]));

  it.each([
    ['checks without a limit', ['duties: { rule_within: 6 }'], ['reports_without_limit']],
    ['rulings without a limit', ['duties: { check_within: 6 }'], ['objections_without_limit']],
    // A suspended finding is not counted: without the requirement an objection keeps no one in, but a late report
    // counts.
    [
      'neither, where pending keeps nobody in',
      ['duties: {}', 'exit: { require: [] }'],
      ['reports_without_limit'],
    ],
    ['reports that count', ['count: { reported: count }'], ['reports_counted']],
    ['objections that count', ['count: { objected: count }'], ['objections_counted']],
  ])('%s', (_, lines, expected) => expect(codes(...lines)).toEqual(expected));
});

describe('tiers', () => {
  it('that a further finding leads out of', () =>
    expect(codes(TIERS.replace('at_least: 4, in_circle: true', 'at_least: 4, in_circle: false'))).toEqual([
      'tier_outside_above',
    ]));

  it('that one absence reaches', () => {
    expect(codes('count: { absence: 2 }')).toEqual(['absence_in_circle']);
    expect(codes('count: { absence: 1.99 }')).toEqual([]);
  });
});

describe('history', () => {
  const rounds = (at: number) => `history: { raise_at_rounds: ${at} }`;
  const entries = (months: number) => `history: { raise_at_entries: 3, window_months: ${months} }`;

  it.each([
    ['rounds and entries, with limits', [rounds(2)], []],
    [
      'rounds while checks have no limit',
      [rounds(2), 'duties: { rule_within: 6 }'],
      ['reports_without_limit', 'history_by_delay'],
    ],
    [
      'entries while checks have no limit',
      [entries(12), 'duties: { rule_within: 6 }'],
      ['reports_without_limit', 'history_by_delay'],
    ],
    [
      'rounds while rulings have no limit',
      [rounds(2), 'duties: { check_within: 6 }'],
      ['objections_without_limit', 'history_by_delay'],
    ],
    [
      'rulings without a limit that keep nobody in',
      [rounds(2), 'duties: { check_within: 6 }', 'exit: { require: [] }'],
      [],
    ],
    [
      'rounds that a wait of one week fills',
      [rounds(2), 'duties: { check_within: 7, rule_within: 6 }'],
      ['history_rounds_in_wait'],
    ],
    [
      'rounds that a ruling fills',
      [rounds(3), 'duties: { check_within: 6, rule_within: 14 }'],
      ['history_rounds_in_wait'],
    ],
    ['rounds that no wait fills', [rounds(4), 'duties: { check_within: 14, rule_within: 14 }'], []],
    [
      'a wait that keeps nobody in',
      [rounds(2), 'duties: { check_within: 7, rule_within: 6 }', 'exit: { require: [] }'],
      [],
    ],
    ['nothing to raise to', [rounds(2), ONE_INSIDE], ['history_without_effect']],
    ['a window of two years', [entries(24)], []],
    ['a longer window', [entries(25)], ['history_window_long']],
    ['a long window that no rule looks at', ['history: { window_months: 99, raise_at_rounds: 2 }'], []],
  ])('%s', (_, lines, expected) => expect(codes(...lines)).toEqual(expected));
});
