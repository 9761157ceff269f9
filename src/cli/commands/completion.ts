// completion: the script that teaches a shell to complete yanquan's command lines.
import { nearest } from '../../domain/known.ts';
import { Failure, problem } from '../../domain/problem.ts';
import type { CommandSpec } from '../command-spec.ts';
import { completionScript, shells } from '../completion/completion-script.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'completion',
    arguments: '<shell>',
    run(session, input) {
      const given = input.argument(0);
      const shell = shells.find((each) => each === given);
      if (shell !== undefined) return session.write([completionScript(shell)]);
      const values = { option: 'SHELL', value: given, allowed: shells.join(', '), command: 'completion' };
      const near = nearest(given, shells);
      throw new Failure('usage', [
        near === undefined
          ? problem('usage_not_a_choice', values)
          : problem('usage_not_a_choice_near', { ...values, near }),
      ]);
    },
  },
];
