// The tables that townships' rows lie in, in the order in which one refers to another.

/** All but the list of applied migrations. */
export const tables = [
  ...['registrations', 'rounds', 'finding_figures', 'editions', 'people_figures', 'standings'],
] as const;
