// What output says when it cannot write, in Chinese: the problem, then the remedy.

export const problemsOutput = {
  output_is_folder: '{file} 是一个文件夹。请用 -o 给出文件名。',
  output_is_link: '{file} 是一个链接，不沿链接写入。请给出真正的文件名。',
  output_not_a_file: '{file} 不是普通文件。请换一个文件名，或用 -o - 写到标准输出。',
  output_is_ledger: '{file} 是台账或其他数据库，不会用列表覆盖。请换一个文件名。',
  output_folder_missing: '没有文件夹 {folder}。请先建立。',
  name_not_allowed: '文件名 {file} 中的“{what}”在 Windows 上不允许使用。请换一个文件名。',
  output_held:
    '{file} 正被其他程序（如 WPS、Excel）打开，或者是只读文件，没有写成。请在那个程序里关闭它，再运行同一命令。',
  name_too_long: '文件名 {file} 太长，本系统不接受。请换一个短些的。',
  output_folder_denied: '没有权限写入文件夹 {folder}。请换一个文件夹。',
  output_full: '写入{file}时空间不足，没有写成。请清出空间后重试。',
  output_failed: '写入{file}失败（{reason}），没有写成。请检查磁盘后重试。',
  output_ending_unknown: '从 {file} 的后缀看不出格式。请用 {known} 之一，或加 --format。',
  output_cell_too_long: 'xlsx 的一个单元格最多放{limit}个字符，{column} 列有更长的。请用 --format csv。',
  output_not_in_encoding: 'GB18030 只用于 csv。请去掉 --encoding，或加 --format csv。',
  answer_lost: '台账已写入，但{file}没有写成。请原样重试同一命令：已写入的不会重复。',
} as const;
