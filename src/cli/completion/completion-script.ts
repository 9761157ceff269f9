// The completion scripts of the shells, as the library makes them, with what bash's lacks.
import { script } from '@bomb.sh/tab';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/** Captures what the library prints. */
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

/** A part of a library's script and its replacement. */
type Replacement = readonly [from: string, to: string];

const BASH_WORDS = '_get_comp_words_by_ref -n "=:" cur prev words cword';

/** What is replaced in each script, so that it runs and inserts nothing but one quoted word. */
const replacements: Readonly<Record<Shell, readonly Replacement[]>> = {
  bash: [
    [
      BASH_WORDS,
      `if declare -F _get_comp_words_by_ref >/dev/null; then
        ${BASH_WORDS}
    else
        cword=$COMP_CWORD cur=\${COMP_WORDS[COMP_CWORD]} words=("\${COMP_WORDS[@]}")
    fi`,
    ],
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is bash's
    [
      'requestComp="yanquan complete -- ${words[@]:1}"',
      'requestComp="yanquan complete -- $(printf \'%q \' "${words[@]:1}")"',
    ],
    // compgen would expand $(…) in the candidates.
    [
      'COMPREPLY=( $(compgen -W "${completions[*]}" -- "$cur") )',
      `COMPREPLY=()
    local candidate
    for candidate in "\${completions[@]}"; do
        [[ -n "$candidate" && "$candidate" == "$cur"* ]] && COMPREPLY+=("$(printf '%q' "$candidate")")
    done
    return 0`,
    ],
    ['complete -F __yanquan_complete yanquan', 'complete -o default -F __yanquan_complete yanquan'],
    ...['Error', 'NoSpace', 'NoFileComp', 'FilterFileExt', 'FilterDirs', 'KeepOrder'].map(
      (name): Replacement => [`readonly ShellCompDirective${name}=`, `ShellCompDirective${name}=`],
    ),
  ],
  // Without -Q zsh quotes what it inserts; an array needs no eval, which would run what is typed.
  zsh: [
    // _describe takes a back slash for the beginning of an escaped colon.
    ['comp=${comp//:/\\:}', 'comp=${comp//\\\\/\\\\\\\\}\n            comp=${comp//:/\\:}'],
    ['local -a completions', 'local -a completions flagPrefix noSpace keepOrder'],
    [' flagPrefix requestComp', ' requestComp'],
    [' lastComp noSpace keepOrder', ' lastComp'],
    ['flagPrefix="-P ${BASH_REMATCH}"', 'flagPrefix=(-P "${BASH_REMATCH}")'],
    [`noSpace="-S ''"`, `noSpace=(-S '')`],
    ['keepOrder="-V"', 'keepOrder=(-V)'],
    [
      'eval _describe $keepOrder "completions" completions -Q ${flagPrefix} ${noSpace}',
      '_describe "${keepOrder[@]}" "completions" completions "${flagPrefix[@]}" "${noSpace[@]}"',
    ],
    [
      `_arguments '*:filename:_files'" \${flagPrefix}"`,
      `_arguments '*:filename:_files'" \${(j: :)\${(q)flagPrefix}}"`,
    ],
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: it is zsh's
  ],
  // fish quotes what it inserts.
  fish: [],
  // One of its ways inserts a candidate as it is.
  powershell: [["complete '--'", "complete --plain '--'"]],
};

/**
 * The script that a shell sources: the library's, with replacements, without which it would need bash-completion, and run
 * what is typed or what the ledger's numbers are made of.
 * @throws Error when the library's script has changed and a replacement fits no more
 */
export function completionScript(shell: Shell): string {
  let text = captured(() => script(shell, 'yanquan', 'yanquan'));
  for (const [from, to] of replacements[shell]) {
    if (!text.includes(from)) throw new Error(`the ${shell} script has no ${from}`);
    text = text.replaceAll(from, () => to);
  }
  return `${text.trimEnd()}\n`;
}
