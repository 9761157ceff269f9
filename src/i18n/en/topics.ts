// The top page of the help and its pages on topics in English.

export const topics = {
  'help.group_week': 'Every week',
  'help.group_findings': 'Roster and findings',
  'help.group_notices': 'Notices and lists',
  'help.group_work': 'Central work',
  'help.group_care': 'Care of the ledger',
  'help.group_county': 'For the county',
  'title.no_round': 'No round yet',
  'said.problem': '{problem}',
  'help.required': ' (required)',
  'help.topic_environment':
    'Environment variables (an empty value counts as not set; options win):\n  YANQUAN_LEDGER  the ledger; default: yanquan.db in this folder\n  YANQUAN_ACTOR  who acts; default: the system user\n  YANQUAN_LANG  language, zh or en; default: LC_ALL, LC_MESSAGES, LANG\n  YANQUAN_HEADERS  language of the headings in CSV and JSON, as --headers; default: the stable keys\n  COLUMNS  width of the terminal; 80 where the terminal reports none\n  NO_COLOR, FORCE_COLOR  turn colour off or on\n  XDG_CACHE_HOME, LOCALAPPDATA  folder of the compile cache',
  'help.topic_exit_codes':
    'Exit codes say what a script does next:\n  0  go on\n  1  refused, nothing was written; a person must act (bad input, conflict)\n  2  wrong usage\n  3  done, but read what was found (bad rows skipped)\n  4  the ledger is damaged; stop using it\n  70  a bug\n  74  storage failed, nothing was written (full, read-only)\n  75  run the same command again (busy, or the outcome is unknown)\n  130, 141  ended by Ctrl-C; the reader of the output closed it',
  'help.topic_files':
    'A ledger is one file that can be copied and carried:\n  yanquan.db  the ledger; the default name in this folder, or give --ledger or YANQUAN_LEDGER\n  *.csv, *.xlsx, *.xls, *.docx, *.json, *.jsonl  files that can be imported, with Chinese headings or English keys\n  *.yaml  the policy, and mappings of columns (--mapping)\n  -  standard input (reading) or standard output (writing)\n-o FILE takes the format from the ending: .xlsx .csv .json .jsonl .md; notices also .docx and .html. CSV written with -o has a BOM, so that Excel and WPS open it directly.',
} as const;
