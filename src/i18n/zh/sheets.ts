// 关于单位原样台账的提示。
export const sheets = {
  'option.sheet_as': '用各工作表的名称填写的字段，如 问题来源（读取全部工作表）',
  'said.words_dated': '有{count}行写明已完成或基本完成但没有申请时间，按{on}登记；可用 --on 日期 另行指定。',
  'said.map_words':
    '要一次说明这些词，请把下面各行写入映射文件，将每个 "?" 改成对应的代码，再加 --mapping 文件 导入：',
} as const;
