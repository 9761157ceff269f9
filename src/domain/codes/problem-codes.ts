// The codes of everything that can be said to be wrong, by the room that says it. The language files word each.

import type { NoticeCode } from '../notice-issue.ts';
import type { GivenCode } from './given-codes.ts';
import type { IntakeCode } from './intake-codes.ts';
import type { LookCode } from './look-codes.ts';
import type { MeasureCode } from './measure-codes.ts';
import type { OutputCode } from './output-codes.ts';
import type { PersonCode } from './person-codes.ts';
import type { RecheckCode } from './recheck-codes.ts';
import type { ReversalCode } from './reversal-codes.ts';
import type { ServerCode } from './server-codes.ts';
import type { VerifyCode } from './verify-codes.ts';
import type { WeekCode } from './week-codes.ts';
import type { WorkCode } from './work-codes.ts';

export type { IntakeCode };

/** Said by `domain` and `jobs`: about facts that contradict the ledger or each other. */
export type FactCode =
  | 'cadre_unknown'
  | 'cadre_unknown_near'
  | 'finding_unknown'
  | 'finding_unknown_near'
  | 'task_unknown'
  | 'policy_version_taken'
  | 'calendar_year_missing'
  | 'calendar_columns_missing'
  | 'calendar_sheets_several'
  | 'calendar_empty'
  | 'calendar_several_years'
  | 'calendar_day_twice'
  | 'calendar_workday_on_weekday'
  | 'calendar_year_incomplete'
  | 'recurs_unknown'
  | 'recurs_later'
  | 'recurs_circle'
  | 'day_after_today'
  | 'record_fixed'
  | 'record_conflict'
  | 'record_twice'
  | 'record_conflict_amend'
  | 'objection_unknown'
  | 'objection_several'
  | 'objection_twice'
  | 'ruling_recorded'
  | 'measure_without_tier'
  | 'decider_is_cadre'
  | 'cadre_not_on_roster'
  | 'round_not_open'
  | 'round_not_open_cutoff'
  | 'round_is_open'
  | 'round_not_closed'
  | 'cutoff_not_later'
  | 'cutoff_after_today'
  | 'decision_missing'
  | 'statement_missing'
  | 'points_too_many'
  | 'digest_differs'
  | 'approver_has_measure'
  | 'approver_has_measure_name'
  | 'engine_differs'
  | 'batch_unknown'
  | 'batch_none_to_undo'
  | 'batch_undo_which'
  | 'leave_before_joining'
  | 'cadre_left_already'
  | 'cadre_on_roster_already'
  | 'roster_event_later'
  | 'confirm_would_release'
  | 'round_unknown'
  | 'no_round_yet'
  | 'no_closed_round'
  | 'no_own_round'
  | 'rounds_reversed'
  | 'task_cancelled'
  | 'attendance_twice'
  | 'event_before_found'
  | 'event_after_settled'
  | 'event_breaks_later'
  | 'extension_without_deadline'
  | 'extension_too_late'
  | 'extension_not_later'
  | 'objection_not_responsible'
  | 'objection_pending'
  | 'ruling_before_objection'
  | 'ruling_without_objection'
  | 'ruling_by_checker'
  | 'ruling_lapsed'
  | 'reassignment_from_not_responsible'
  | 'reassignment_to_responsible'
  | 'reassignment_to_actor'
  | 'reassignment_signed_by_new'
  | 'deadline_before_found'
  | 'four_eyes'
  | 'four_eyes_name'
  | 'progress_falls'
  | 'corrector_is_cadre'
  | 'talker_is_cadre'
  | 'roster_by_cadre'
  | 'correction_changes_nothing'
  | 'round_carried'
  | 'seal_round_open'
  | 'carry_over_same_file'
  | 'carry_over_round_open'
  | 'carry_over_damaged';

/** Said by `ledger`: about the file and its guarantees. */
export type LedgerCode =
  | 'ledger_missing'
  | 'ledger_exists'
  | 'ledger_is_link'
  | 'ledger_not_a_file'
  | 'ledger_on_network'
  | 'ledger_empty'
  | 'ledger_foreign'
  | 'ledger_cut'
  | 'ledger_newer'
  | 'ledger_wrong_mode'
  | 'ledger_setting'
  | 'ledger_schema'
  | 'ledger_migrated'
  | 'ledger_hard_linked'
  | 'ledger_hard_linked_write'
  | 'ledger_open_to_others'
  | 'ledger_side_file'
  | 'name_is_dash'
  | 'output_is_input'
  | 'usage_two_answers'
  | 'ledger_derived'
  | 'ledger_busy'
  | 'ledger_damaged'
  | 'folder_missing'
  | 'file_changed'
  | 'storage_full'
  | 'storage_read_only'
  | 'storage_failed'
  | 'outcome_unknown'
  | 'idempotency_key_used'
  | 'usage_key_empty'
  | 'verify_unreadable'
  | 'verify_integrity'
  | 'verify_foreign_key'
  | 'verify_schema_missing'
  | 'verify_schema_changed'
  | 'verify_schema_added'
  | 'verify_time_zone'
  | 'verify_no_policy'
  | 'verify_empty'
  | 'verify_gap'
  | 'verify_chain'
  | 'verify_rows'
  | 'verify_beyond_head'
  | 'verify_derived'
  | 'verify_round_lines'
  | 'verify_round_digest'
  | 'verify_round_figures'
  | 'verify_round_broken'
  | 'verify_round_engine'
  | 'verify_digest_unknown'
  | 'verify_digest_near'
  | 'verify_digest_of_file'
  | 'verify_digest_differs'
  | 'verify_digest_of_other'
  | 'verify_digest_no_round'
  | 'usage_round_without_digest'
  | 'copy_exists'
  | 'copy_is_link'
  | 'copy_is_folder'
  | 'copy_beside_ledger'
  | 'copy_damaged'
  | 'ledger_sealed';

/** Said by `output` and `cli`. */
export type CommandCode =
  | 'bug'
  | 'register_finding_needs'
  | 'register_check_needs_result'
  | 'name_fits_nobody'
  | 'name_fits_several'
  | 'name_only_alike'
  | 'name_taken'
  | 'usage_amend_unknown'
  | 'usage_amend_unknown_near'
  | 'usage_template_format'
  | 'option_empty'
  | 'option_not_a_day'
  | 'option_not_whole'
  | 'usage_unknown_option'
  | 'usage_unknown_option_near'
  | 'usage_nul'
  | 'usage_actor_missing'
  | 'working_folder_gone'
  | 'usage_actor_missing'
  | 'working_folder_gone'
  | 'usage_unknown_command'
  | 'usage_unknown_subcommand'
  | 'usage_unknown_subcommand_near'
  | 'usage_unknown_command_near'
  | 'usage_missing_argument'
  | 'usage_option_without_value'
  | 'usage_missing_option'
  | 'usage_too_many_arguments'
  | 'usage_conflicting_options'
  | 'usage_not_a_choice'
  | 'usage_not_a_choice_near'
  | 'usage_kind_unknown'
  | 'usage_kind_unknown_near'
  | 'usage_office_key'
  | 'usage_office_key_near'
  | 'usage_amend_without_reason'
  | 'usage_rejects_without_skip'
  | 'usage_decide_what'
  | 'usage_all_alone'
  | 'usage_nothing_to_change'
  | 'usage_wrong';

export type ProblemCode =
  | IntakeCode
  | LookCode
  | FactCode
  | LedgerCode
  | VerifyCode
  | CommandCode
  | WorkCode
  | GivenCode
  | WeekCode
  | NoticeCode
  | OutputCode
  | PersonCode
  | MeasureCode
  | RecheckCode
  | ReversalCode
  | ServerCode;
