// What is said of words and names given on the command line, and of handing over, in Chinese.

export const given = {
  'argument.cadre_no': '干部编号；姓名只对应一人的，也可填姓名',
  cadre_name_several: '姓名“{name}”对应多名干部：{candidates}。请改用干部编号。',
  'said.cadre_meant': '“{given}”按 {who} 办理。',
} as const;
