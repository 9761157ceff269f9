// Who runs the command.
import { Failure, problem, refusal } from '../../domain/problem.ts';
import { isWronglyDecoded } from '../../domain/texts/readable.ts';
import type { Context } from '../context.ts';

/**
 * `--actor`, `YANQUAN_ACTOR`, the system user. @throws Failure `usage` when there is none, or an empty one is given;
 * `refused` when its bytes are no text
 */
export function actorOf(option: string | undefined, { env, systemUser }: Context): string {
  const actor = (option ?? env.YANQUAN_ACTOR ?? systemUser())?.trim() ?? '';
  if (actor === '') throw new Failure('usage', [problem('usage_actor_missing')]);
  if (isWronglyDecoded(actor)) throw refusal('actor_wrongly_decoded', { value: actor });
  return actor;
}
