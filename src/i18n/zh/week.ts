// 各类文件一并导入和每周办理的中文用语。

export const week = {
  'kind.auto': '自动',
  kind_not_found:
    '表头与各类记录都不符，无法判定种类。请写明种类导入（yanquan import 种类 {file}），或先查看：yanquan import inspect {file}。',
  kind_not_sure:
    '无法确定这个文件是哪一类记录，可能是：{kinds}。请写明种类导入：yanquan import {kind} {file}。',
  kind_not_sure_missing:
    '无法确定这个文件是哪一类记录，最接近：{kinds}；按{best}则缺少{missing}。请补上该列，或写明种类导入：yanquan import {kind} {file}。',
  usage_not_with_auto:
    '按表头判定种类（auto）时不用 {options}，该选项只用于单一种类的文件，请用 yanquan import 种类 文件。',
  'said.auto_file': '{file}（{kind}）：新增{added}、不变{unchanged}、更正{amended}、退回{rejected}',
  'said.auto_file_batch':
    '{file}（{kind}）：新增{added}、不变{unchanged}、更正{amended}、退回{rejected}（批次{batch}）',
  'said.auto_none': '没有可导入的文件。',
  'said.auto_dry': '试运行，未写入：将新增{added}、不变{unchanged}、更正{amended}、退回{rejected}。',
  'said.auto_unchanged': '全部已在台账中，未作改动。',
  'skipped.lock_file': '跳过{count}个（文档打开时的锁定文件）：{list}',
  'skipped.ledger_file': '跳过{count}个（台账文件）：{list}',
  'skipped.folder_inside': '跳过{count}个（下级文件夹，如需导入请单独写明）：{list}',
  'skipped.not_a_table': '跳过{count}个（不是记录表）：{list}',
  'skipped.own_paper': '跳过{count}个（本程序生成的清单和文书）：{list}',
  'skipped.blank_form': '跳过{count}个（未填写的表）：{list}',
  'skipped.decisions':
    '跳过{count}个（审定意见）：{list}。填好审定人、审定理由后导入：yanquan import decisions {first}',
} as const;
