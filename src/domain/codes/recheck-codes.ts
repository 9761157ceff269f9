// The codes of what is wrong with re-checks and draws.

/** Said of a row by itself. */
export type RecheckRowCode = 'rebound_without_new' | 'new_without_rebound';

/** Said by `jobs` and `cli`: about re-checks, the findings recorded for rebounds, and draws. */
export type RecheckCode =
  | 'recheck_not_rectified'
  | 'recheck_before_check'
  | 'recheck_by_checker'
  | 'recheck_new_unknown'
  | 'recheck_new_names_other'
  | 'recurs_of_rebound'
  | 'draw_nothing'
  | 'draw_all_drawn'
  | 'draw_unknown'
  | 'no_draw_yet'
  | 'verify_draw'
  | 'usage_share'
  | 'usage_draw_span';
