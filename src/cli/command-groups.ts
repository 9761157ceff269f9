// The commands as the top page of the help groups them: by the clerk's week, the most used first.

/** Each row is one line of the page; commands that belong together share it and the first one's summary. */
export const commandGroups = [
  {
    title: 'help.group_week',
    rows: [
      ['week'],
      ['import', 'batch'],
      ['round'],
      ['tally'],
      ['explain'],
      ['decide'],
      ['due'],
      ['duties'],
      ['measure'],
    ],
  },
  {
    title: 'help.group_findings',
    rows: [['finding'], ['cadre'], ['dispatch'], ['sheet'], ['recheck'], ['reverse', 'correct']],
  },
  {
    title: 'help.group_notices',
    rows: [['pack'], ['notice'], ['circle', 'training'], ['dashboard', 'trend']],
  },
  { title: 'help.group_work', rows: [['task'], ['attendance'], ['calendar']] },
  {
    title: 'help.group_care',
    rows: [
      ['init', 'demo'],
      ['policy', 'office'],
      ['export', 'template'],
      ['backup', 'restore', 'seal'],
      ['verify', 'log'],
      ['completion'],
    ],
  },
  { title: 'help.group_county', rows: [['publish', 'overview']] },
] as const;

export type CommandName = (typeof commandGroups)[number]['rows'][number][number];
