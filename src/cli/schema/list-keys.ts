// The keys of every list in machine formats, by command: written by `npm run docs` from what the commands print.

export const listKeys: Readonly<Record<string, string>> = {
  'import inspect':
    'file file_format encoding delimiter kind sheet header_line header_height place heading field taken nearest first_1 first_2 first_3 first_4 first_5',
  'batch list': 'batch kind file added unchanged amended rejected at actor undone seq sha256',
  'batch show':
    'line outcome id reason code batch kind file added unchanged amended rejected at actor undone seq sha256 sheet',
  'round list':
    'round cutoff state policy lines in_circle commended approved_by meeting digest draft_digest engine',
  'round show':
    'round cutoff cadre_no name rank unit station counted pending overdue behind_tasks absences points measure step was_in now_in in_by movement rounds_in commended proposed_measure proposed_now_in proposed_commended decided_by decision_reason raised_by late_pending digest draft_digest engine corrected',
  tally:
    'round cutoff cadre_no name rank unit station counted pending overdue behind_tasks absences points measure step was_in now_in in_by movement rounds_in commended proposed_measure proposed_now_in proposed_commended decided_by decision_reason raised_by late_pending',
  explain:
    'part item outcome why role status deadline weeks_overdue points points_role points_severity points_source points_recurrence points_returned points_overdue missing detail file line entry carried_from carried_entry round cutoff state cadre_no name measure proposed_measure movement in_by commended counted pending overdue points_total',
  due: 'part item description name station deadline days_left todo responsible pending_for behind_by quantity_unit movement measure counted pending behind_tasks points keep_out office_late late_pending cadre_no unit items items_late numbers due_items',
  duties: 'duty subject duty_description cadre_no name owed_by owed_since due_by days_late settled_with',
  'measure list':
    'round cutoff cadre_no name unit measure since_round talk_state talk_due talked_on service_state service_due served_on receipt appeal_until appeal_state appealed_on appealed_late answer_due follow_up in_force_until corrected',
  'measure show':
    'round id day event who value words cutoff cadre_no name unit measure since_round talk_state talk_due talked_on service_state service_due served_on receipt appeal_until appeal_state appealed_on appealed_late answer_due follow_up in_force_until corrected',
  'finding list':
    'finding_no source area village station description severity found_on deadline status responsible',
  'finding show':
    'id day event who value words state file line seq at actor carried_from carried_entry reversed_by finding_no status source clause area village station station_of_lead description severity found_on due_on due_reckoned deadline responsible recurs unit_words reason action standard resp_unit remark',
  'cadre list': 'cadre_no name rank post unit station managed_by identity joined_on left_on on_roster',
  'cadre show':
    'round cutoff cadre_no name rank unit station counted pending overdue behind_tasks absences points measure step was_in now_in in_by movement rounds_in commended proposed_measure proposed_now_in proposed_commended decided_by decision_reason raised_by late_pending rank_now unit_now station_now post managed_by identity joined_on left_on on_roster roster_events outstanding corrected_rounds',
  'dispatch list':
    'order_no station sent_on due_on issued_by items items_done items_open items_late received_on received_by note id',
  'dispatch show':
    'order_no place item_kind number source content standard responsible deadline item_state status station issued_by sent_on due_on received_on received_by note order_id',
  'sheet checks':
    'finding_no sheet_station sheet_village sheet_finding sheet_standard sheet_people sheet_deadline sheet_reported result checked_on checked_by method note',
  'recheck sheet':
    'finding_no sheet_station sheet_village sheet_finding sheet_standard sheet_people sheet_rectified sheet_checker rechecked_on rechecked_by recheck_result new_no note',
  'recheck list':
    'finding_no source area station description draw rechecked_on rechecked_by recheck_result new_no note id group recheck_due rechecks holds rebounds rebound_rate',
  notice:
    'round cutoff cadre_no name rank unit station counted pending overdue behind_tasks absences points measure step was_in now_in in_by movement rounds_in commended late_pending',
  circle:
    'round cutoff cadre_no name rank unit station measure in_by movement since_round since_cutoff rounds_in counted pending behind_tasks points still_needed corrected late_pending not_kept_by',
  training:
    'round cutoff cadre_no name rank unit station counted pending overdue behind_tasks absences points measure step was_in now_in in_by movement rounds_in commended',
  trend: 'round cutoff had_to_do counted rectified in_time checks check_days now_in entered exited station',
  'task list':
    'task_no name area start_on deadline target quantity_unit planned done behind_by task_state behind_since responsible',
  'task show':
    'task_no day task_day planned done accepted accepted_by note id name area task_state behind_since behind_by target quantity_unit planned_on done_on start_on deadline first_due_on responsible cancelled_on cancelled_by cancelled_reason cancelled_id',
  'task plan': 'task_no place day amount quantity_unit planned_now',
  'attendance show':
    'on site session present_count absent_count leave_count present_who absent_who leave_who cadre_no name present id',
  'calendar show': 'date weekday kind name',
  'policy whatif':
    'cadre_no name unit measure measure_after movement movement_after commended commended_after counted counted_after points points_after because round cutoff in_circle in_circle_after',
  'office show': 'office_key value',
  export:
    'cadre_no name rank post unit station managed_by identity joined_on left_on finding_no source clause area village description severity reason action standard found_on due_on assist_no leader_no resp_unit recurs remark reported_on reported_by progress evidence note result checked_on checked_by method approved_by approved_on new_due_on granted_on granted_by raised_on ground ruled_on ruling ruled_by task_no from_no to_no on by order_no sent_on issued_by measure commended target quantity_unit start_on milestones done accepted accepted_by site session present round talked_on talker recorder receipt made_on text waived served_on served_by rechecked_on rechecked_by recheck_result new_no check_note unit_words',
  verify: 'check verdict code entry round detail',
  log: 'seq at actor command what did idempotency_key hash',
};
