// What is said of words and names given on the command line, and of handing over, in Chinese.

export const given = {
  'option.trend_by_too': '同 --group-by',
  'argument.cadre_no': '干部编号；姓名只对应一人的，也可填姓名',
  'said.cadre_meant': '“{given}”按 {who} 办理。',
  'trend_by.round': '轮次',
  'trend_by.source': '问题来源',
  'trend_by.area': '工作领域',
  'trend_by.station': '作战所',
  'trend_by.cadre': '干部',
  'publish_scope.figures': '数字',
  'publish_scope.standings': '对号结果',
  'accepted.yes': '是',
  'accepted.no': '否',
  'said.recorded_dry': '试运行，未写入。将登记{count}条。',
  'said.handed': '已由 {from} 移交 {to}，共{count}项：',
  'said.handed_dry': '试运行，未写入。将由 {from} 移交 {to}，共{count}项：',
  'said.handed_none': '{from} 名下没有需要移交 {to} 的事项。',
  'said.handed_shared':
    '下列{count}项 {to} 已是责任人，未作移交；需另定接收人的，用 yanquan finding reassign 或 yanquan task reassign：',
  'said.needs_successor': '{name} 名下还有{count}项未办结的问题和中心工作任务需要移交：',
  'said.needs_successor_line': '  {kind} {number}（{role}，时限{deadline}）{description}',
  'said.needs_successor_next':
    '移交：yanquan cadre leave {$cadre_no} --on {on} --to 接收人 --by 经办人；只移交其中几项的，加 --only 编号。',
  'said.needs_successor_next_due':
    '移交：yanquan cadre leave {$cadre_no} --on {on} --to 接收人 --by 经办人 --new-due-on 新时限（用于已过时限的）；只移交其中几项的，加 --only 编号。',
  'option.leave_to': '接收人的编号或姓名：名下未办结的问题和中心工作任务一并移交',
  'option.leave_only': '只移交这些问题或任务（编号，可多个；默认全部）',
  'option.handover_due': '已过时限的事项移交后的新时限（有此类事项时必填），其余时限不变',
  'option.reassign_due': '新时限；用 --all-of 时只用于已过时限的事项',
  'option.reassign_all_of': '移交该干部名下全部未办结的事项（编号或姓名）',
  'option.json_recorded': '登记结果以 JSON 输出',
  handover_to_same: '接收人就是 {cadre_no} {name} 本人。请另填接收人。',
  handover_to_off_roster:
    '接收人 {cadre_no} {name} 在{on}不在花名册上。请另填接收人；已返岗的，请先用 yanquan cadre return 登记。',
  handover_due_before: '新时限{new_due_on}早于移交日期{on}。请核对 --new-due-on。',
  handover_not_held: '{cadre_no} {name} 名下没有未办结的 {numbers}。请核对编号；不写 --only 则全部移交。',
  handover_needs_deadline:
    '{cadre_no} {name} 名下有{count}项已过时限，移交须定新时限：{numbers}。请加 --new-due-on 日期，或用 --only 只移交其余各项。',
  usage_handover_to: '写了 --only 或 --new-due-on，但没有写移交给谁。请加 --to 接收人。',
  usage_handover_by: '移交须写明经办人。请加 --by 姓名或编号。',
  usage_reassign_what:
    '请写明移交哪些：编号和 --from 原责任人，或者 --all-of 原责任人（名下全部）。请看 yanquan {command} --help。',
  'said.decision_off_roster':
    '{name} {cadre_no} 在统计截止日{cutoff}不在册，对其的审定意见不能计入本轮，定稿前须收回：yanquan decide {$cadre_no} --clear。',
  decision_off_roster:
    '{name} {cadre_no} 在统计截止日{cutoff}不在册，对其的审定意见不能计入本轮。收回：yanquan decide {$cadre_no} --clear；仍在册的，请先登记返岗。',
  name_differs:
    '姓名“{name}”与编号对应的 {numbers} 不符，按编号登记（{count}处，首处在第{line}行）。请核对。',
  cadre_unknown_named: '“{cadre_no}”不是干部编号；按姓名是 {who}。请改填编号，或导入时加 --match-names。',
} as const;
