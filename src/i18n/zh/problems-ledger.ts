// What is said to be wrong with facts, the ledger and the command line in Chinese.

export const problemsLedger = {
  cadre_unknown:
    '花名册中没有编号或姓名为“{cadre_no}”的干部。请核对；确属新增人员的，先用 yanquan import cadres 或 yanquan cadre add 加入。',
  finding_unknown: '台账中没有问题 {finding_no}。请核对编号，或先导入该问题。',
  task_unknown: '没有中心工作任务 {task_no}。请核对编号，或先导入该任务。',
  policy_version_taken: '对号规则 {name} {version} 已存入台账，内容不同。请给新文件换一个 version。',
  recurs_unknown: '重复问题编号 {recurs} 不是台账中的另一个问题。请核对，或先导入原问题。',
  recurs_circle:
    '{recurs} 本身就是 {finding_no} 的重复问题，两者不能互为重复。请核对，只在后发现的一条上填写。',
  recurs_later: '原问题 {recurs} 的发现时间{found_on}晚于本问题。请核对两个问题的发现时间。',
  day_after_today: '日期{day}晚于今天{today}。请核对；确需录入未来日期的，加 --future。',
  record_fixed:
    '{number} 的{field}已登记为“{recorded}”，不能改为“{given}”。时限请用延期、责任人请用移交来变更；登记有误的，请先冲销再重录。',
  record_twice:
    '{number} 在本次导入中出现两次，{field}不同：先为“{recorded}”，此处为“{given}”。请核对后只留一行。',
  record_conflict:
    '{number} 的{field}已登记为“{recorded}”，此处为“{given}”。确需更正的，导入时请加 --amend {column} --reason 原因；单条登记的请用 amend 命令。',
  record_conflict_amend:
    '{number} 的{field}已登记为“{recorded}”，此处为“{given}”，而 --amend 未列出 {column}。请补上该列，或改回原值。',
  objection_unknown: '干部 {cadre_no} 对问题 {finding_no} 没有待裁定的异议。请用 yanquan finding show 核对。',
  objection_several:
    '干部 {cadre_no} 对问题 {finding_no} 有多项异议待裁定（{days}）。请用 --raised-on 或 --ground 指明。',
  objection_twice:
    '干部 {cadre_no} 对问题 {finding_no} 同日的异议在本文件中出现两次，内容不同。请合并为一行。',
  ruling_recorded:
    '干部 {cadre_no} 对问题 {finding_no} 的异议已有裁定，导入不会改动裁定。裁定有误的，请先冲销再重录。',
  measure_without_tier: '本轮对号规则中没有“{measure}”的档次，不能审定为该方式。请选规则中的档次，或 none。',
  decider_is_cadre:
    '审定人 {person} 即干部 {cadre_no} {name} 本人。请由他人审定；只是同名的，请填其编号，不在花名册的写“外:{name}（单位）”。',
  cadre_not_on_roster:
    '干部 {cadre_no} 在{on}不在花名册上，不能作为审定对象。请核对编号；应在册的，请先登记返岗。',
  round_not_open: '没有正在统计的轮次。请先 yanquan round open --cutoff 日期。',
  round_not_open_cutoff: '没有正在统计的轮次。请加 --cutoff 日期，或先 yanquan round open --cutoff 日期。',
  round_is_open: '第{round}轮（统计截止日{cutoff}）正在统计，同时只能有一轮。请先定稿或取消。',
  round_not_closed: '没有已定稿的第{round}轮。请用 yanquan round list 查看。',
  round_unknown: '没有第{round}轮。请用 yanquan round list 查看。',
  no_round_yet: '还没有已定稿的轮次。请先统计并定稿一轮，或加 --proposed 查看正在统计的一轮。',
  no_closed_round: '还没有已定稿的轮次。请先定稿一轮：yanquan round close。',
  no_own_round: '本台账接续上一本台账（至第{round}轮），自己还没有已定稿的轮次。此前各轮请看上一本台账。',
  cutoff_not_later: '统计截止日{cutoff}不晚于第{round}轮的{last}。截止日必须逐轮推后。',
  cutoff_after_today: '统计截止日{cutoff}晚于今天{today}。请核对；确有需要的，加 --future。',
  statement_missing:
    '{name}（{cadre_no}）拟{measure}，对号规则要求先有陈述说明或声明放弃。请登记：yanquan cadre statement {$cadre_no}，或 yanquan cadre statement {$cadre_no} --waived。',
  points_too_many:
    '{name}（{cadre_no}）的分值过大，无法精确计算，没有汇总。请改小对号规则中的分值和系数（policy adopt），从下一轮起适用。',
  decision_missing:
    '{name} {cadre_no} 拟“{measure}”，按规则须有具名的审定意见。请先 yanquan decide {$cadre_no} --confirm --by 谁 --reason 理由。',
  digest_differs:
    '当前校验值为 {digest}，与所给的 {expected} 不同：审阅之后事实或审定意见有变。请重新 yanquan tally，确认后再定稿。',
  approver_has_measure: '{person}（{cadre_no} {name}）在本轮有对应方式，不能签批本轮。请由他人签批。',
  approver_has_measure_name:
    '本轮有对应方式的干部 {cadre_no} 名为 {name}，{person} 不能签批本轮。请由他人签批；只是同名的，请填其编号，不在花名册的写“外:{name}（单位）”。',
  engine_differs:
    '第{round}轮由第{engine}版计分程序定稿，本程序为第{own}版，不能重算。原结果不受影响；要重算，请用当时的程序版本。',
  batch_none_to_undo: '没有可以撤销的导入批次。请用 yanquan batch list 查看。',
  batch_undo_which:
    '请写明撤销哪个批次。最近一个未撤销的是批次{batch}（{file}）：yanquan batch undo {batch} --reason 原因。请先用 yanquan batch show {batch} 核对。',
  batch_unknown: '没有导入批次{batch}。请用 yanquan batch list 查看。',
  leave_before_joining: '干部 {cadre_no} 于{joined_on}到岗，不能在{on}离任。请核对日期。',
  cadre_left_already:
    '{name} {cadre_no} 在{on}已不在花名册上。请用 yanquan cadre show {$cadre_no} 核对日期。',
  cadre_on_roster_already:
    '{name} {cadre_no} 在{on}已在花名册上。请用 yanquan cadre show {$cadre_no} 核对日期。',
  roster_event_later: '干部 {cadre_no} 在{later_on}已有{later}，不能补录更早的{on}。请先冲销后者。',
  confirm_would_release:
    '{name} {cadre_no} 拟“{measure}”，该档不在圈，现因退圈条件未满足而继续在圈；确认会使其退圈。确要退圈的，请用 --measure {word} 并说明理由。',
  task_cancelled: '任务 {task_no} 已于{on}取消。',
  attendance_twice: '{cadre_no} 在 {site} {on}（{session}）的到岗情况出现两次且不同。请核对后只留一次。',
  event_before_found: '问题 {finding_no} 于{found_on}才发现，不能有{on}的{event}。请核对日期。',
  event_after_settled:
    '问题 {finding_no} {status}（{settled_on}），其后不能再有{event}（{on}）。再次出现的，请另立新问题并填重复问题编号；登记有误的，请先冲销。',
  event_breaks_later:
    '问题 {finding_no} 补录{on}的{event}，会使已登记的{later_on}的{later}不成立。请核对日期，或先冲销后者。',
  extension_without_deadline: '问题 {finding_no} 在{on}没有整改时限，无从延期。请先通过派单或更正给出时限。',
  extension_too_late:
    '问题 {finding_no} 的时限{deadline}已过，{on}不能再批准延期。延期须在时限当日或之前批准。',
  extension_not_later: '问题 {finding_no} 的新时限{new_due_on}不晚于现时限{deadline}。请核对。',
  objection_not_responsible:
    '干部 {cadre_no} 在{on}不是问题 {finding_no} 的责任人，不能提出异议。请用 yanquan finding show 核对责任人和日期。',
  objection_pending:
    '干部 {cadre_no} 对问题 {finding_no} 以同一理由（{ground}）于{raised_on}提出的异议尚待裁定，不能重复提出。请先裁定：yanquan finding rule {finding_no} --cadre {cadre_no}。',
  ruling_before_objection: '问题 {finding_no} 的异议于{raised_on}提出，不能在{on}裁定。请核对日期。',
  ruling_without_objection: '问题 {finding_no} 在{on}没有这项待裁定的异议。请用 yanquan finding show 核对。',
  ruling_lapsed:
    '干部 {cadre_no} 于{raised_on}对问题 {finding_no} 提出的异议已失效：该干部在{on}已不是责任人，无需裁定。请用 yanquan finding show 核对。',
  ruling_by_checker: '{person} 对问题 {finding_no} 作过最近一次核查，不能裁定对它的异议。请由他人裁定。',
  reassignment_from_not_responsible: '干部 {cadre_no} 在{on}不是责任人，无从移交。请核对移交人编号和日期。',
  reassignment_to_responsible: '干部 {cadre_no} 在{on}已是责任人，不能重复接收。请核对接收人编号。',
  deadline_before_found: '整改时限{due_on}早于发现时间{found_on}。请核对两个日期。',
  four_eyes: '{person} 是或曾是责任人（{cadre_no} {name}），不能作{on}的{event}。请由他人办理。',
  four_eyes_name:
    '责任人 {cadre_no} 名为 {name}，{person} 不能作{on}的{event}。请由他人办理；只是同名的，请填其编号，不在花名册的写“外:{name}（单位）”。',
  progress_falls:
    '任务 {task_no} 于{on}的累计完成{done}少于{earlier_on}的{earlier}。累计数不会减少；登记有误的，请先冲销。',
  ledger_missing:
    '没有台账 {file}。请用 --ledger 指明，或先新建：yanquan --ledger {$file} init --township 乡镇名。',
  ledger_exists: '{file} 已存在，不会覆盖。请换一个 --ledger，或移走原文件。',
  ledger_is_link: '{file} 是一个链接。请给出台账文件本身的路径。',
  ledger_not_a_file: '{file} 不是普通文件。请给出台账文件的路径。',
  ledger_on_network:
    '{file} 在网络盘上，锁不可靠，易损坏。请放到本机磁盘；确要使用的，加 --allow-network-file。',
  ledger_empty: '{file} 是空文件，不是台账。未作改动。请找回原台账，或移走它后 yanquan init。',
  ledger_foreign: '{file} 不是严圈台账。未作改动。请核对路径。',
  ledger_cut: '台账 {file} 不完整，尾部缺失。请停止使用，用备份恢复。未作改动。',
  ledger_newer: '台账 {file} 的结构为第{version}版，本程序只认到第{known}版。请升级程序。未作改动。',
  ledger_wrong_mode: '台账 {file} 被改成了其他日志方式（WAL），可能缺少旁置文件。请停止使用，用备份恢复。',
  ledger_setting: '台账 {file} 的设置 {pragma} 未能生效（现为 {held}）。没有写入。请检查磁盘与程序版本。',
  ledger_schema:
    '台账 {file} 的数据结构与其版本不符：有{count}处被增加、改动或删除，内容不可采信。请停止使用，运行 yanquan verify 查明，并用备份恢复。未作改动。',
  ledger_derived:
    '台账 {file} 保存的状态或编号与记录推算的结果不符，曾被绕过程序改动。没有写入。请停止使用，运行 yanquan verify 查明，并用备份恢复。',
  ledger_hard_linked:
    '台账 {file} 有{count}个文件名（硬链接），只能读取，暂不写入。请找出其他文件名（find . -samefile 文件）并删除，或用副本继续（yanquan backup）。',
  ledger_hard_linked_write:
    '没有写入：经一个文件名写入的内容，在另一个文件名下可能丢失。请找出其他文件名（find . -samefile {file}）并删除，或用副本继续（yanquan backup）。',
  ledger_open_to_others: '本机其他用户对台账 {file} 也有权限（{mode}）。请收回：chmod 600 {file}',
  ledger_side_file: '{side} 占用了数据库在 {file} 旁使用的文件名，且不属于该台账。请移走后重试。未作改动。',
  name_is_dash: '台账及其副本是文件，不能写到标准输出。请给出文件名。',
  output_is_input: '本命令要读取 {file}，写入会把它覆盖。请另写一个文件。',
  usage_two_answers: '标准输出只能放一种结果。请为 {option} 指定文件，或去掉 --json。',
  ledger_migrated: '台账 {file} 刚被另一命令升级。没有写入，请重试同一命令。',
  ledger_busy: '台账 {file} 正被占用，等待30秒仍未空闲。没有写入，请稍后重试同一命令。',
  ledger_damaged: '台账 {file} 已损坏（{detail}）。请停止使用，用备份恢复。',
  folder_missing: '没有文件夹 {folder}。请先建立。',
  file_changed: '文件在读取过程中被改动，没有写入任何内容。请保存好文件后重新导入。',
  storage_full: '写入 {file} 时空间不足。没有写入任何内容。请清出空间后重试。',
  storage_read_only: '{file} 或其所在文件夹不可写（{detail}）。没有写入任何内容。请检查权限。',
  storage_failed: '读写 {file} 失败（{detail}）。没有写入任何内容。请检查磁盘后重试。',
  outcome_unknown: '不能确定是否已写入 {file}。请原样重试同一命令：已写入的不会重复。',
  usage_key_empty: '防重复键为空。请填写，或不用 --idempotency-key。',
  idempotency_key_used: '防重复键 {key} 已用于另一内容（日志第{seq}条，{command}）。请换一个键。',
  bug: '程序内部错误，是程序的缺陷，台账未改动。请把下面的内容连同版本 {version} 报告给维护者。\n{detail}',
  option_empty: '选项 --{option} 需要一个值。请补上。',
  option_not_a_day: '--{option} 的“{value}”不是日期。请写成2018-09-12。',
  option_not_whole: '{option} 的“{value}”不是正整数。请填1以上的整数。',
  usage_unknown_option: '没有选项 {what}。请看 {page}。',
  usage_unknown_option_near: '没有选项 {what}，是否指 {near}？请看 {page}。',
  usage_actor_missing: '没有操作人：本机没有用户名。请用 --actor 姓名 指明，或设环境变量 YANQUAN_ACTOR。',
  working_folder_gone: '当前文件夹已被删除或移走。没有写入任何内容。请先 cd 到别的文件夹，再运行同一命令。',
  carried_lists_damaged:
    '台账中结转的轮次和派遣单清单已损坏。停止使用本台账，运行 yanquan verify 查看，并用备份恢复。',
  usage_nul: '参数里有空字符（NUL），文件名和文字里都不能有。请去掉再运行。',
  usage_unknown_command: '没有命令 {what}。请看 yanquan --help。',
  usage_unknown_command_near: '没有命令 {what}，是否指 {near}？请看 yanquan --help。',
  usage_missing_argument: '缺少参数 {what}。请看 {page}。',
  usage_option_without_value: '选项 {what} 缺少值。请看 {page}。',
  usage_missing_option: '缺少必需的选项 {what}。示例：{example}。请看 {page}。',
  usage_too_many_arguments: '参数太多。请看 {page}。',
  usage_conflicting_options: '选项 {what} 与 {other} 不能同时使用。请去掉一个。',
  usage_not_a_choice: '选项 {option} 没有“{value}”。可用：{allowed}。',
  usage_kind_unknown: '没有记录种类“{word}”。可用：{known}。',
  usage_kind_unknown_near: '没有记录种类“{word}”，是否指 {near}？可用：{known}。',
  usage_amend_without_reason: '--amend 须同时用 --reason 说明原因。',
  usage_rejects_without_skip:
    '--rejects 须与 --skip-bad 一起使用，或与 --dry-run 一起先把有误的行写到文件里看。请加上其中一个。',
  usage_decide_what: '请给出一项审定：--measure 方式、--confirm、--commend 或 --no-commend；收回用 --clear。',
  usage_nothing_to_change: '没有给出要更正的列。请看 --help。',
  usage_wrong: '命令行有误：{detail}。请看 yanquan --help。',
  ledger_held: '台账 {file} 正被其他程序独占打开。没有写入。请在那个程序里关闭它，再运行同一命令。',
  driver_unloadable:
    '本机无法加载数据库组件（{detail}）。Linux 须有 glibc 2.34 以上：Debian 12、Ubuntu 22.04、openEuler 22.03、deepin 23 及更新的都行；银河麒麟 V10、统信 UOS 20 是2.28，不行。请换这样一台电脑，或 Windows 10 以上的电脑，台账文件原样复制过去即可。',
  passphrase_wrong: '口令不对，{file} 没有解开，也没有恢复任何内容。请重新运行并输入备份时的口令。',
  passphrases_differ: '两次输入的口令不一样，没有备份。请重新运行。',
  passphrase_needs_terminal: '口令只在终端中询问，不能写在命令行里。请在终端中直接运行本命令。',
  passphrase_empty: '没有输入口令，没有做任何事。请重新运行。',
  encrypted_damaged: '{file} 已损坏或不完整，无法解密。请改用另一份备份。',
} as const;
