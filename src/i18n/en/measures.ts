// What happens to measures after the closing, in English: words, columns and what is wrong with the facts.

export const measures = {
  'kind.services': 'services',
  'kind.appeals': 'appeals',
  'kind.followups': 'follow-ups',
  'receipt.signed': 'signed for',
  'receipt.refused': 'refused',
  'receipt.left': 'left',
  'appeal_ruling.upheld': 'upheld',
  'appeal_ruling.dismissed': 'dismissed',
  'appeal_ruling.retracted': 'retracted',
  'follow_up.improved': 'improved',
  'follow_up.not_improved': 'not improved',
  'column.receipt': 'receipt',
  'column.served_on': 'served on',
  'column.served_by': 'served by',
  'column.appeals.raised_on': 'raised on',
  'column.appeals.reason': 'reason',
  'column.appeals.ruled_on': 'ruled on',
  'column.appeals.ruling': 'ruling',
  'column.appeals.ruled_by': 'ruled by',
  'column.followups.on': 'on',
  'column.followups.by': 'by',
  'column.followups.result': 'result',
  measure_none_in_round:
    '{name} ({cadre_no}) has no measure in round {round}: there is nothing to serve, appeal or follow up. Check the number and the round: yanquan round show {round}.',
  talk_before_round:
    'The talk of {day} is before the cutoff of round {round} ({cutoff}). Check the day and the round.',
  service_before_round:
    'The service of {day} is before the cutoff of round {round} ({cutoff}). Check the day and the round.',
  service_twice:
    'The measure of {cadre_no} in round {round} was served on {on} ({id}); this row says {day}. A measure is served once. Check the day, or reverse {id} first if it was a mistake.',
  server_is_cadre:
    "{person} is the cadre the measure is for ({cadre_no} {name}). Someone else must serve it. If only the name is the same, give that person's number.",
  appeal_before_round:
    '{day} is before the cutoff of round {round} ({cutoff}), when there was no measure to appeal. Check the day and the round.',
  appeal_recorded:
    'The appeal of {cadre_no} of {raised_on} against the measure of round {round} is recorded with the reason "{recorded}"; this row says "{given}". Check it, or reverse the appeal first if it was a mistake.',
  appeal_pending:
    'The appeal of {cadre_no} of {raised_on} against the measure of round {round} has no answer yet. Answer it first, or reverse it if the day was a mistake.',
  appeal_answered:
    'The appeal of {cadre_no} against the measure of round {round} is answered already ({id}). Reverse {id} first if it was a mistake.',
  retraction_not_own:
    'Only the cadre ({cadre_no} {name}) can retract an appeal or objection; this row names {person}. Give the cadre, or another ruling.',
  answerer_is_cadre:
    "{person} is the cadre who appeals ({cadre_no} {name}). Someone else must answer. If only the name is the same, give that person's number.",
  answerer_approved:
    '{person} approved round {round} and cannot answer the appeal of {cadre_no} against it. Someone else must do this.',
  answerer_decided:
    '{person} decided on {cadre_no} in round {round} and cannot answer the appeal. Someone else must do this.',
  followup_before_round:
    'The follow-up of {day} is before the cutoff of round {round} ({cutoff}). Check the day and the round.',
  followup_without_talk:
    'The measure of {cadre_no} in round {round} is not a talk, so it is not followed up. Check the number and the round.',
  follower_is_cadre:
    "{person} is the cadre concerned ({cadre_no} {name}). Someone else must follow up. If only the name is the same, give that person's number.",
} as const;
