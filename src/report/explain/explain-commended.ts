// Why somebody is commended or is not: the requirements of the policy, those that are not met named (contract, "Commended").
import type { ExplainParts } from './explain-parts.ts';

/** One sentence; empty where no commendation is asked of the line. */
export function commendedText({ explanation, say, draft }: ExplainParts): string {
  const { standing, reasons, round } = explanation;
  const proposed = draft ? say('notice.proposed') : '';
  const late = reasons.rectified.filter(({ inTime }) => !inTime).length;
  const count = reasons.rectified.length;
  if (standing.commended !== standing.proposedCommended)
    return say(standing.commended ? 'explain.commended.decided' : 'explain.not_commended.decided');
  if (standing.commended) return say('explain.commended.why', { proposed, count });
  const { counted, pending, behindTasks, measure, nowIn } = standing;
  const least = round.policy.commend.rectifiedAtLeast;
  const lacking = [
    ...(measure === 'none' ? [] : [say('explain.not_commended.measure')]),
    ...(nowIn && measure === 'none' ? [say('explain.not_commended.in_circle')] : []),
    ...(counted > 0 ? [say('explain.not_commended.counted', { count: counted })] : []),
    ...(pending > 0 ? [say('explain.not_commended.pending', { count: pending })] : []),
    ...(behindTasks > 0 ? [say('explain.not_commended.behind', { count: behindTasks })] : []),
    ...(count < least ? [say('explain.not_commended.rectified', { count, least })] : []),
    ...(late > 0 ? [say('explain.not_commended.late', { count: late })] : []),
  ];
  return lacking.length === 0
    ? ''
    : say('explain.not_commended.why', { list: lacking.join(say('explain.tier.join')) });
}
