// The codes of what is wrong when facts are reversed, come back, or change closed rounds.

/** Said by `jobs` and `cli`. */
export type ReversalCode =
  | 'fact_id_unreadable'
  | 'fact_not_reversible'
  | 'fact_unknown'
  | 'fact_rested_on'
  | 'fact_in_closed_round'
  | 'reversal_breaks_later'
  | 'reverse_with_dependents'
  | 'reverse_number_of_two'
  | 'again_the_same'
  | 'again_otherwise'
  | 'reversed_before'
  | 'finding_reversed'
  | 'task_reversed'
  | 'file_undone'
  | 'key_undone'
  | 'verify_correction'
  | 'correction_needs_with'
  | 'correction_earlier_first'
  | 'correction_only_heavier'
  | 'correction_with_reversed'
  | 'correction_with_kind'
  | 'correction_with_held'
  | 'correction_with_later'
  | 'correction_with_nothing_reversed';
