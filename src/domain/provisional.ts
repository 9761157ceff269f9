// Ids of facts that are not written yet: above every real one, so that they count as recorded later.

const PROVISIONAL = 2 ** 50;

/** The placeholder id of a row until it is written. @param index its place among the rows of the command */
export function provisionalId(index: number): number {
  return PROVISIONAL + index;
}

/** Whether an id is provisional. */
export function isProvisional(id: number): boolean {
  return id >= PROVISIONAL;
}
