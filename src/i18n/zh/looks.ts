// What is said in Chinese about numbers and names that look like others.

export const looks = {
  number_looks_known:
    '{field} {number} 与已登记的 {known} 形似而写法不同（{letters}）。同一编号的，请改写为 {known}；不同的，请另用不易混淆的编号。',
  number_looks_twice:
    '第{line}行的{field} {number} 与第{other_line}行的 {other} 形似而写法不同（{letters}）。同一编号的，请统一写法，只留一行；不同的，请另用不易混淆的编号。',
  number_unknown_alike:
    '没有{field} {number}；已登记的 {known} 与之形似而写法不同（{letters}）。请核对编号，如指该编号，请改写为 {known}。',
  verify_looks: '形近写法索引中“{spelling}”（{kind}）一项与记录不符。',
  verify_alike: '{spelling} 与 {other} 形似，均已登记（{kind}）。这不是错误；引用时请按登记的写法填写。',
};
