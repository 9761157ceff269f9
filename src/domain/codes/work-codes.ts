// The codes of what is wrong with dispatch orders, central work, attendance and what looks ahead.

/** Said by `jobs` and `cli`: about the work that findings are driven with. */
export type WorkCode =
  | 'order_unknown'
  | 'order_without_items'
  | 'order_nothing_open'
  | 'order_rows_differ'
  | 'order_fixed'
  | 'order_due_before_found'
  | 'order_nobody_on_roster'
  | 'order_task_cancelled'
  | 'order_row_beside_bad'
  | 'order_received_already'
  | 'receipt_before_sent'
  | 'cancelled_already'
  | 'cancel_before_entry'
  | 'plan_steps_too_many'
  | 'plan_task_cancelled'
  | 'plan_amounts_too_small'
  | 'usage_accepted_by'
  | 'usage_plan_what'
  | 'usage_attendance_nobody';
