// The tables that townships' rows lie in, in the order in which one refers to another.

/** Those of version 1. The migrations up to 3 are made of this list: it stays as it is. */
export const tables = [
  ...['registrations', 'rounds', 'finding_figures', 'editions', 'people_figures', 'standings'],
] as const;

/** All of them today; tables of later versions come last. */
export const allTables: readonly string[] = [...tables, 'after_closing'];
