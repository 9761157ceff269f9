// The codes of what is wrong with facts about measures after the closing.

/** Said by `jobs`: about talks, services, appeals, follow-ups, and papers. */
export type MeasureCode =
  | 'measure_none_in_round'
  | 'talk_before_round'
  | 'service_before_round'
  | 'service_twice'
  | 'server_is_cadre'
  | 'appeal_unknown'
  | 'appeal_before_round'
  | 'appeal_recorded'
  | 'appeal_pending'
  | 'appeal_answered'
  | 'retraction_not_own'
  | 'answerer_is_cadre'
  | 'answerer_approved'
  | 'answerer_decided'
  | 'followup_before_round'
  | 'followup_without_talk'
  | 'follower_is_cadre'
  | 'measure_form_nothing'
  | 'measure_form_nobody';
