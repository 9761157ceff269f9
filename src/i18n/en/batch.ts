// What batch import says beside the rest: registers, names, in English.

export const batch = {
  register_finding_needs: 'Finding {finding_no} is new to the ledger; a new finding needs {field}.',
  register_report_needs_day:
    'What the unit says of {finding_no} has changed, but no day is given. Fill reported_on, or give the day of the workbook with --on DAY.',
  register_check_needs_result: 'Finding {finding_no} has who checked it and when, but no result. Fill it in.',
  name_fits_nobody: 'Nobody on the roster is called {name} ({field}). Check the name, or give a number.',
  name_fits_several: 'Several on the roster are called {name}: {candidates}. Give a number.',
  name_only_alike:
    'Nobody on the roster is called {name}; these look alike: {candidates}. Check, and give a number.',
  name_taken: '{name} was taken for {cadre_no} ({unit}), {count} times.',
  'kind.ledger': 'register',
  'option.register_day': 'the day of words in a register that bear none',
  'column.check_note': 'check note',
} as const;
