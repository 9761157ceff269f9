// What is said of words and names given on the command line, and of handing over, in English.

export const given = {
  'option.trend_by_too': 'the same as --group-by',
  'argument.cadre_no': 'number of the cadre, or a name that only one cadre has',
  'said.cadre_meant': '"{given}" is read as {who}.',
  'trend_by.round': 'round',
  'trend_by.source': 'source',
  'trend_by.area': 'area',
  'trend_by.station': 'station',
  'trend_by.cadre': 'cadre',
  'publish_scope.figures': 'figures',
  'publish_scope.standings': 'standings',
  'accepted.yes': 'yes',
  'accepted.no': 'no',
} as const;
