// Adds what is recorded about measures after their rounds were closed.
import { adder, personAdder } from '../writing/adders.ts';

/** Adds a talk. */
export const addTalk = personAdder('talks');
/** Adds the receipt of a talk, which makes the talk the service of the measure. */
export const addTalkReceipt = adder('talk_receipts');
/** Adds the service of a measure. */
export const addService = personAdder('services');
/** Adds an appeal against a measure. */
export const addAppeal = adder('appeals');
/** Adds the answer to an appeal. */
export const addAnswer = personAdder('appeal_rulings');
/** Adds a follow-up of a talk. */
export const addFollowUp = personAdder('followups');
/** Adds a statement on a measure, or its waiver. */
export const addStatement = adder('statements');
