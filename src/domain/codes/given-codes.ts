// The codes of what is wrong with words, names and handovers given on the command line.

/** Said by `jobs` of a handover, and by `cli` of the options that ask for one. */
export type GivenCode =
  | 'cadre_unknown_named'
  | 'name_differs'
  | 'decision_off_roster'
  | 'handover_to_same'
  | 'handover_to_off_roster'
  | 'handover_due_before'
  | 'handover_not_held'
  | 'handover_needs_deadline'
  | 'usage_handover_to'
  | 'usage_trend_scope'
  | 'usage_trend_cadre'
  | 'usage_one_document'
  | 'usage_other_filters'
  | 'usage_no_filters'
  | 'usage_handover_by'
  | 'usage_reassign_what';
