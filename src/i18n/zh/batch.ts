// What batch import says beside the rest: registers, names, in Chinese.

export const batch = {
  register_finding_needs: '台账中还没有问题 {finding_no}，新问题须填{field}。',
  register_report_needs_day:
    '问题 {finding_no} 的完成情况有变，但没有上报时间。请加“上报时间”列，或用 --on 日期 指明本表的日期。',
  register_check_needs_result: '问题 {finding_no} 填了核查人和核查日期，但没有核查结果。请补上核查结果。',
  name_fits_nobody: '花名册中没有在册的“{name}”（{field}）。请核对姓名，或改填编号。',
  name_fits_several: '在册的“{name}”不止一人：{candidates}。请改填编号。',
  name_only_alike: '花名册中没有“{name}”，字形相近的有：{candidates}。请核对后改填编号。',
  name_taken: '“{name}”按姓名对应为 {cadre_no}（{unit}），{count} 处。',
  'kind.ledger': '台账（登记总表）',
  'option.register_day': '台账中没有日期的完成情况按此日期登记',
  'column.check_note': '核查说明',
} as const;
