// What is said in Chinese about numbers and names that look like others.

export const looks = {
  number_looks_known:
    '{field} {number} 与已登记的 {known} 形似而写法不同（{letters}）。同一编号的，请改写为 {known}；不同的，请另用不易混淆的编号。',
  number_looks_twice:
    '第{line}行的{field} {number} 与第{other_line}行的 {other} 形似而写法不同（{letters}）。同一编号的，请统一写法，只留一行；不同的，请另用不易混淆的编号。',
  number_unknown_alike:
    '没有{field} {number}；已登记的 {known} 与之形似而写法不同（{letters}）。请核对编号，如指该编号，请改写为{known}。',
  verify_looks: '形近写法索引中“{spelling}”（{kind}）一项与记录不符。',
  verify_alike: '{spelling} 与 {other} 形似，均已登记（{kind}）。这不是错误；引用时请按登记的写法填写。',
  number_invisible: '{field}只有看不见的字符。请填写编号。',
  name_invisible: '{field}只有看不见的字符。请填写名称，或留空。',
  name_looks_known:
    '{field}“{name}”与已登记的“{known}”形似而写法不同（{letters}）。同一名称的，请改写为“{known}”；不同的，请另用不易混淆的名称。',
  name_looks_twice:
    '第{line}行的{field}“{name}”与第{other_line}行的“{other}”形似而写法不同（{letters}）。同一名称的，请统一写法；不同的，请另用不易混淆的名称。',
  name_unknown: '台账中没有{field}“{name}”，已登记的有：{borne}。请核对名称。',
  name_unknown_near: '台账中没有{field}“{name}”，是否指“{near}”？',
  name_unknown_alike:
    '台账中没有{field}“{name}”；已登记的“{known}”与之形似而写法不同（{letters}）。如指该名称，请改写为“{known}”。',
  name_none_known: '台账中没有{field}“{name}”：尚未登记任何{field}。请核对已导入文件的相应列。',
  station_unknown:
    '没有干部或问题属于作战所“{station}”。请核对名称；新设的作战所，请先给干部登记（cadre move 或 import cadres）。',
  station_unknown_near:
    '没有干部或问题属于作战所“{station}”，是否指“{near}”？新设的作战所，请先给干部登记（cadre move 或 import cadres）。',
  station_unknown_alike:
    '没有干部或问题属于作战所“{station}”；已登记的“{known}”与之形似而写法不同（{letters}）。如指该所，请改写为“{known}”。',
  argument_wrongly_decoded: '参数“{value}”不是有效的 UTF-8 文字。请把终端设为 UTF-8 后重新输入。',
  actor_wrongly_decoded:
    '操作人“{value}”（--actor 或 YANQUAN_ACTOR）不是有效的 UTF-8 文字。请把终端设为 UTF-8 后重新输入。',
  text_unwritable: '文字中有文件无法保存的字符：NUL、U+FFFE、U+FFFF，或行首的字节顺序标记。请删去。',
  text_wrongly_decoded:
    '文字中有替换字符 \ufffd：保存之前曾按错误的编码打开，原字已丢失。请用原始文件重新导出。',
  'card.station_of_lead': '{station}（按主要责任人）',
  'note.station_of_lead': '未写明作战所的问题，按主要责任人所在作战所统计。',
  'said.stations_derived': '{count}个问题未写明作战所，按主要责任人所在作战所列出。',
};
