// How much room V8 has for new objects. Left alone it begins with a megabyte: in an import, rows that wait for their
// statement are copied again and again; then it grows to a hundred, for rows that live a moment each.
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Megabytes of each half: a fifth less time than with one. */
const ENOUGH = 16;
/** V8 has grown to two by then. */
const FACTOR = 8;
const EVERY_ROWS = 256;

/**
 * Leaves the room for new objects as it is: for work whose objects stay until its end. In more room they would be copied
 * as often, and each page of it is had from the system first.
 */
export function keepYoungSpace(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Room for new objects that grows once, to what is enough. */
export class YoungSpace {
  #grown = false;

  constructor() {
    // For threads that are started from now on.
    setFlagsFromString(`--min-semi-space-size=${ENOUGH}`);
    // V8 multiplies the room by it when much has outlived a collection.
    setFlagsFromString(`--semi-space-growth-factor=${FACTOR}`);
  }

  /** Told of each row: ends the growing when there is enough. */
  readonly onRow = (_phase: string, rows: number): void => {
    if (this.#grown || rows % EVERY_ROWS !== 0) return;
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    if ((young?.space_size ?? 0) < ENOUGH << 20) return;
    keepYoungSpace();
    this.#grown = true;
  };
}
