// Adds what happens to findings; what is derived of them is stored with `updateFindingNow`.
import { adder, personAdder } from '../writing/adders.ts';

/** Adds a report. */
export const addReport = personAdder('reports');
/** Adds a check. */
export const addCheck = personAdder('checks');
/** Adds an extension of the deadline. */
export const addExtension = personAdder('extensions');
/** Adds an objection. */
export const addObjection = adder('objections');
/** Adds the ruling on an objection. */
export const addRuling = personAdder('rulings');
/** Adds the retraction of an objection. */
export const addRetraction = personAdder('retractions');
/** Adds a reassignment of a finding or of a task. */
export const addReassignment = personAdder('reassignments');
