// Adds the seal after which nothing is entered any more.
import { personAdder } from './writing/adders.ts';

/** Adds the seal. */
export const addSeal = personAdder('seals');
