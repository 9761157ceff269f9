// Adds what opens, cancels and closes a round.
import { adder, personAdder } from '../writing/adders.ts';

/** Adds a round that is open. */
export const addRound = adder('rounds');
/** Adds the cancellation of a round. */
export const addRoundCancellation = adder('round_cancellations');
/** Adds the closing of a round; its lines are frozen with `freezeStanding`. */
export const addClosing = personAdder('round_closings');
