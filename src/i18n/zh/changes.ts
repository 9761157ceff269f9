// 台账导入后说明的本周变动。
export const changes = {
  'changes.title': '本周变动：',
  'changes.title_none': '本周变动：无。',
  'changes.title_not_written': '本周变动（未写入台账）：',
  'changes.title_not_written_none': '本周变动：无（未写入台账）。',
  'changes.added': '· 新增问题{count}个：{list}',
  'changes.added_more': '· 新增问题{count}个：{list}…',
  'changes.amended': '· 更正{count}个：{list}',
  'changes.amended_more': '· 更正{count}个：{list}…',
  'changes.reported': '· 申请销号{count}个（已完成{done}、基本完成{partly}、未完成{not_done}）：{list}',
  'changes.reported_more': '· 申请销号{count}个（已完成{done}、基本完成{partly}、未完成{not_done}）：{list}…',
  'changes.checked': '· 核查{count}个：{list}',
  'changes.checked_more': '· 核查{count}个：{list}…',
  'changes.rectified': '· 其中销号{count}个：{list}',
  'changes.rectified_more': '· 其中销号{count}个：{list}…',
  'changes.to_amend': '· 与台账不一致{count}个，核对后加 --amend {columns} --reason 理由 更正：{list}',
  'changes.to_amend_more': '· 与台账不一致{count}个，核对后加 --amend {columns} --reason 理由 更正：{list}…',
  'changes.unit_words':
    '· 完成情况未能识别{count}个（其中{news}个与上次不同），按单位原话记录，不作为申请销号：{list}',
  'changes.unit_words_more':
    '· 完成情况未能识别{count}个（其中{news}个与上次不同），按单位原话记录，不作为申请销号：{list}…',
  'changes.left': '· 旧版程序读作未完成{count}个，本次未改动：{list}',
  'changes.left_more': '· 旧版程序读作未完成{count}个，本次未改动：{list}…',
  'changes.left_reverse': '  要改正：先 yanquan reverse {ids} --reason 理由，再导入同一文件。',
  'changes.left_correct':
    '  第{round}轮已用到，改正后再 yanquan correct {$cadre_no} --round {round} --by 谁 --reason 理由。',
  'changes.names': '按姓名对应 {count} 人：{list}等（用 -v 查看全部）。',
  'changes.as_before': '另有 {count} 条说明与上次相同，不再列出（用 -v 或 batch show 查看）。',
  'option.import_verbose': '列出全部说明，包括与上次相同的',
} as const;
