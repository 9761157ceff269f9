// YAML files read strictly: a zod schema says what is wrong, the document says on which line.
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type * as z from 'zod';
import type { IntakeCode } from '../domain/codes/problem-codes.ts';
import { nearest } from '../domain/known.ts';
import { Failure, type Place, type Problem, type ProblemValue, problem, refusal } from '../domain/problem.ts';

type Path = readonly PropertyKey[];

/** A YAML document that knows the place of each of its values. */
export class YamlFile {
  readonly file: string;
  readonly #document: Document;
  readonly #lines: LineCounter;

  /** Throws `text_wrongly_decoded` and `yaml_broken` (line, column, the parser's reason), and `yaml_not_a_map`. */
  constructor(text: string, file: string) {
    this.file = file;
    const lost = text.indexOf('\ufffd');
    if (lost >= 0) {
      const line = text.slice(0, lost).split('\n').length;
      throw refusal('text_wrongly_decoded', {}, { file, line });
    }
    this.#lines = new LineCounter();
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, version: '1.2' });
    const broken = [...this.#document.errors, ...this.#document.warnings];
    if (broken.length > 0) {
      throw new Failure(
        'refused',
        broken.map((each) => problem('yaml_broken', { reason: each.message }, this.#at(each.pos[0]))),
      );
    }
    if (!isMap(this.#document.contents))
      throw new Failure('refused', [problem('yaml_not_a_map', {}, { file })]);
    const twice = this.#keysTwice();
    if (twice.length > 0) throw new Failure('refused', twice);
  }

  /** Keys repeated in a map: the parser treats `1` and `"1"` as two, and of both only the later would count. */
  #keysTwice(): Problem[] {
    const found: Problem[] = [];
    visit(this.#document, {
      Map: (_, map) => {
        const seen = new Set<string>();
        for (const { key } of map.items) {
          if (!isScalar(key)) continue;
          const name = String(key.value);
          // An object would take this one for something else than a key.
          if (name === '__proto__')
            found.push(
              problem('yaml_key_unknown', { key: name, known: [] }, this.#at(key.range?.[0] ?? 0, name)),
            );
          if (seen.has(name))
            found.push(problem('yaml_key_twice', { key: name }, this.#at(key.range?.[0] ?? 0, name)));
          seen.add(name);
        }
      },
    });
    return found;
  }

  /** The document as plain values. Throws `yaml_broken` for aliases that multiply. */
  toValue(): unknown {
    try {
      return this.#document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      throw new Failure('refused', [
        problem('yaml_broken', { reason: (error as Error).message }, { file: this.file }),
      ]);
    }
  }

  /** The place of the value at a path; the nearest enclosing one when there is none. */
  placeOf(path: Path): Place {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#at(node.range[0], sourceOf(node));
    }
    return { file: this.file };
  }

  /** The place of a key within the map at a path. */
  placeOfKey(path: Path, key: string): Place {
    const map = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    if (!isMap(map)) return this.placeOf(path);
    const pair = map.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
    );
    const node = pair?.key;
    return isNode(node) && node.range ? this.#at(node.range[0], key) : this.placeOf(path);
  }

  /** The scalar at a path as it is written, undefined when there is none: `0123` is the number 123 otherwise. */
  sourceOf(path: Path): string | undefined {
    return sourceOf(this.#document.getIn(path, true));
  }

  /** An unknown key of the map at a path: `yaml_key_near` with the nearest known one, else `yaml_key_unknown`. */
  unknownKey(path: Path, key: string, known: readonly string[]): Problem {
    const place = this.placeOfKey(path, key);
    const near = nearest(key, known);
    if (near !== undefined) return problem('yaml_key_near', { key, nearest: near }, place);
    return problem('yaml_key_unknown', { key, known }, place);
  }

  /** Numbers that YAML reads otherwise than they are written (`007`, `1e3`), keys and values: `yaml_number_spoilt`. */
  misreadNumbers(): Problem[] {
    const found: Problem[] = [];
    visit(this.#document, {
      Scalar: (_, node) => {
        if (typeof node.value !== 'number' || node.source === undefined || node.source === String(node.value))
          return;
        found.push(
          problem(
            'yaml_number_spoilt',
            { written: node.source },
            this.#at(node.range?.[0] ?? 0, node.source),
          ),
        );
      },
    });
    return found;
  }

  #at(offset: number, value?: string): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.file, line, column: String(col), ...(value !== undefined && { value }) };
  }
}

function sourceOf(node: unknown): string | undefined {
  return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
}

/**
 * Turns what zod found into problems with lines. A schema's own `error` is a code of intake; where it gives none,
 * an unknown key is `yaml_key_unknown` (`yaml_key_near` with the nearest of `keysAt`), a missing one
 * `yaml_key_missing`, anything else `yaml_value_wrong`.
 */
export function yamlProblems(
  yaml: YamlFile,
  issues: readonly z.core.$ZodIssue[],
  keysAt: (path: Path) => readonly string[],
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const { path } = issue;
    const key = path.map(String).join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((unknown) => yaml.unknownKey(path, unknown, keysAt(path)));
    if (issue.input === undefined && issue.code === 'invalid_type' && yaml.sourceOf(path) === undefined) {
      return [problem('yaml_key_missing', { key }, yaml.placeOf(path.slice(0, -1)))];
    }
    if (isCode(issue.message))
      return [problem(issue.message, { key, ...paramsOf(issue) }, yaml.placeOf(path))];
    if (issue.code === 'invalid_value') {
      return [
        problem('yaml_value_not_one_of', { key, allowed: issue.values.map(String) }, yaml.placeOf(path)),
      ];
    }
    return [problem('yaml_value_wrong', { key }, yaml.placeOf(path))];
  });
}

const CODES = [
  'mapping_column_wanted',
  'yaml_text_wanted',
  'yaml_number_spoilt',
  'policy_number_wanted',
  'policy_decimals',
  'policy_negative',
  'policy_too_large',
  'policy_at_least_zero',
  'policy_tiers_order',
  'policy_tiers_points',
  'policy_measure_twice',
  'policy_tiers_empty',
  'policy_whole_wanted',
  'policy_span_negative',
  'policy_raise_at_one',
  'policy_window_zero',
  'policy_days_form',
  'mapping_source_wanted',
  'mapping_format_wrong',
  'mapping_join_alone',
] as const satisfies readonly IntakeCode[];

function isCode(message: string): message is (typeof CODES)[number] {
  return (CODES as readonly string[]).includes(message);
}

function paramsOf(issue: z.core.$ZodIssue): Readonly<Record<string, ProblemValue>> {
  return issue.code === 'custom' ? ((issue.params ?? {}) as Readonly<Record<string, ProblemValue>>) : {};
}
