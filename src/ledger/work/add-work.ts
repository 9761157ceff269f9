// Adds what happens to tasks and orders, and who was on a site.
import { adder, personAdder } from '../writing/adders.ts';

/** Adds progress of a task. */
export const addProgress = personAdder('progress');
/** Adds the cancellation of a task. */
export const addTaskCancellation = personAdder('task_cancellations');
/** Adds the receipt of a dispatch order by its station. */
export const addOrderReceipt = personAdder('dispatch_receipts');
/** Adds whether a cadre was on a site. */
export const addAttendance = adder('attendance');
