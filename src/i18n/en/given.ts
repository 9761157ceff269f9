// What is said of words and names given on the command line, and of handing over, in English.

export const given = {
  'argument.cadre_no': 'number of the cadre, or a name that only one cadre has',
  cadre_name_several: 'More than one cadre is called {name}: {candidates}. Give the number.',
  'said.cadre_meant': '"{given}" is read as {who}.',
} as const;
