// 新的一年的中文：由旧台账结转的新台账，旧台账的封存。

export const newYear = {
  'summary.seal': '封存台账，此后不再登记',
  'help.seal':
    '封存台账（--ledger，或写明的文件）：此后只能查阅，不能登记。输出到封存为止整本操作日志的摘要。封存不能撤销。',
  'example.seal': 'yanquan seal 2018.db --by 书记 --reason "年度终了"',
  'next.seal': '结转到新台账：yanquan init --carry-over 旧台账.db --ledger 新台账.db。',
  'argument.ledger': '要封存的台账',
  'option.carry_over': '由该台账结转：花名册、未销号问题、未完任务、最近一轮和对号规则',
  'option.carry_all': '与 --carry-over 同用：已销号的问题、已完的任务和以往到岗情况也结转',
  'column.carried_from': '结转自',
  'column.carried_entry': '原日志序号',
  'state.carried': '结转自',
  'explain.origin.carried': '{ledger}操作日志第{seq}条',
  'said.seal_added':
    '已封存 {file}（操作日志第{entry}条）：此后只能查阅。下一步：yanquan init --carry-over {$file} --ledger 新台账.db。',
  'said.seal_unchanged': '{file} 早已由 {by} 封存（操作日志第{entry}条，{at}），没有改动。',
  'said.carried_over':
    '已建立台账 {file}，由 {from} 结转：干部{cadres}名，问题{findings}个，任务{tasks}项，对号规则 {policy}。',
  'said.carried_over_round':
    '下一轮是第{next}轮。此前是 {from} 的第{round}轮（统计截止{cutoff}）：在圈{circle}人，完整性校验值 {digest}。',
  'said.carried_over_not_sealed':
    '{from} 尚未封存：此后在其中登记的，新台账里没有。下一步：yanquan seal {$from} --by 姓名。',
  'said.waiting_carried': '由 {file} 结转（到其操作日志第{entry}条）',
  'said.waiting_sealed': '已由 {by} 封存（操作日志第{entry}条，{at}）：只能查阅，不再登记',
  'said.verify_carried': '本台账由 {file} 结转，到其操作日志第{entry}条。',
  'said.verify_against_carried_from':
    '本台账由该台账结转（到其操作日志第{entry}条），最近一轮与该台账所定一致。',
  'said.verify_against_carried_to':
    '该台账由本台账结转（到本台账操作日志第{entry}条），最近一轮与本台账所定一致。',
  ledger_sealed:
    '{file} 已由 {by} 封存（操作日志第{entry}条，{at}）：只能查阅，没有写入。请登记到由其结转的台账；还没有的，可用 yanquan init --carry-over {$file} --ledger 新台账.db 建立。',
  seal_round_open:
    '{file} 的第{round}轮（统计截止{cutoff}）尚未定稿，封存后就无法定稿。请先定稿或取消，再封存。',
  carry_over_same_file:
    '{file} 正是要结转的旧台账。请给新台账另起文件名：yanquan init --carry-over {$file} --ledger 新台账.db。',
  carry_over_round_open: '{file} 的第{round}轮（统计截止{cutoff}）尚未定稿。请先定稿或取消，再结转。',
  carry_over_damaged: '{file} 有损坏，没有结转。请改用其备份。核验结果：',
  round_carried:
    '第{round}轮是在 {file} 中定稿的，所据记录在那里，不在本台账。请用该台账：yanquan --ledger {$file} …',
  verify_round_carried:
    '第{round}轮是在 {file} 中定稿的，这里不重算；可用 --against {file} 比对。这不是损坏。',
  verify_carried_digest: '第{round}轮由 {file} 结转，但统计截止日或校验值与结转时所记的不同。',
  verify_carried_lines: '第{round}轮在这里的结果与 {file} 所定的不同：{numbers}。',
  verify_carried_figures: '第{round}轮的统计数在这里与 {file} 所存的不同，首先是 {what}。',
  verify_went_on:
    '两本台账中较早的一本在结转之后（其操作日志第{entry}条之后）又有登记，较新的一本里没有。请补登到较新的一本，并封存较早的一本。',
  usage_all_alone: '--all 须与 --carry-over 同用。',
} as const;
