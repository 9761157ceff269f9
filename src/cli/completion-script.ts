// The completion scripts of the shells, as the library makes them, with what bash's lacks.
import { script } from '@bomb.sh/tab';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/** The library prints; what it would print is taken. */
export function captured(work: () => void): string {
  const { log } = console;
  const lines: string[] = [];
  console.log = (line: string) => {
    lines.push(line);
  };
  try {
    work();
  } finally {
    console.log = log;
  }
  return lines.join('\n');
}

const BASH_WORDS = '_get_comp_words_by_ref -n "=:" cur prev words cword';
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash's
const BASH_REQUEST = 'requestComp="yanquan complete -- ${words[@]:1}"';
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash's
const BASH_QUOTED = 'requestComp="yanquan complete -- $(printf \'%q \' "${words[@]:1}")"';

/** The script that a shell sources, with what bash's lacks: it works without bash-completion, and runs nothing that is typed. */
export function completionScript(shell: Shell): string {
  const text = captured(() => script(shell, 'yanquan', 'yanquan'));
  if (shell !== 'bash') return `${text.trimEnd()}\n`;
  const mended = text
    .replace(
      BASH_WORDS,
      `if declare -F _get_comp_words_by_ref >/dev/null; then
        ${BASH_WORDS}
    else
        cword=$COMP_CWORD cur=\${COMP_WORDS[COMP_CWORD]} words=("\${COMP_WORDS[@]}")
    fi`,
    )
    .replace(BASH_REQUEST, () => BASH_QUOTED)
    .replace(/^readonly (?=ShellComp)/gm, '')
    .replace('complete -F __yanquan_complete yanquan', 'complete -o default -F __yanquan_complete yanquan');
  return `${mended.trimEnd()}\n`;
}
