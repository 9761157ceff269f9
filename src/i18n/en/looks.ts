// What is said in English about numbers and names that look like others.

export const looks = {
  number_looks_known:
    'The {field} {number} looks like {known}, which is recorded already and written differently ({letters}). If it is the same, write {known}; otherwise use a number that cannot be confused with it.',
  number_looks_twice:
    'The {field} {number} (line {line}) looks like {other} on line {other_line} and is written differently ({letters}). Write both the same way if they are one, and keep one row; otherwise use numbers that cannot be confused.',
  number_unknown_alike:
    'The {field} {number} is unknown; {known} looks like it and is written differently ({letters}). Check the number, and write {known} if that is meant.',
  verify_looks:
    'What the index of look-alike spellings says of "{spelling}" ({kind}) does not follow from the facts.',
  verify_alike:
    '{spelling} and {other} look alike and are both recorded ({kind}). This is not an error; write each exactly as it is recorded.',
};
