import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { PlanError, type Place } from './plan-error';
import type { Problem } from './problem';

/** What a YAML text says, and where it says it. */
export interface YamlText {
  readonly value: unknown;
  place(problem: Problem): Place;
}

/** Reads one YAML document; a text that is none is a `PlanError`. */
export const readYaml = (text: string, file: string): YamlText => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const faults = [...syntaxFaults(document, text), ...aliases(document)];
  if (faults.length > 0) throw new PlanError(faults.map(({ offset, ...problem }) => ({ ...problem, ...at(offset) })));
  return { value: document.toJS(), place: (problem) => at(offsetOf(document.contents, problem)) };
};

type Fault = Problem & { readonly offset: number };

const syntaxFaults = (document: Document, text: string): readonly Fault[] =>
  [...document.errors, ...document.warnings].map(({ code, message, pos: [offset] }) => ({
    path: [],
    offset,
    ...(repetitions(text.slice(offset))[code] ?? {
      wrong: `not valid YAML: ${message}`,
      allowed: 'valid YAML without tags',
      fix: 'correct this line, or the one above',
    }),
  }));

/** Faults of a text that is valid YAML otherwise; `rest` is the text from the fault on. */
const repetitions = (rest: string): Readonly<Record<string, Omit<Problem, 'path'>>> => ({
  DUPLICATE_KEY: {
    wrong: `"${/^[^:\n]*/.exec(rest)?.[0]}" stands here twice`,
    allowed: 'each key once',
    fix: 'remove one of the two',
  },
  MULTIPLE_DOCS: { wrong: 'a second document begins here', allowed: 'one plan per file', fix: 'remove this line' },
});

/** A value that stands elsewhere has no line of its own, and aliases of aliases can fill the memory. */
const aliases = (document: Document): readonly Fault[] => {
  const found: Fault[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      const fix = 'write the value here';
      found.push({ path: [], offset: range?.[0] ?? 0, wrong: `*${source} is an alias`, allowed: 'plain values', fix });
    },
  });
  return found;
};

/** Where the value at a path begins, or as much of the path as there is; a mapping or list is found by its key. */
const offsetOf = (contents: unknown, { path, on }: Problem): number => {
  let node = contents;
  let found = startOf(contents);
  for (const [at, step] of path.entries()) {
    const next = entry(node, step);
    if (!next) break;
    const byKey = (on === 'key' && at === path.length - 1) || !isScalar(next.value);
    found = startOf(byKey ? next.key : next.value);
    node = next.value;
  }
  return found;
};

const entry = (node: unknown, step: string | number): { key: unknown; value: unknown } | undefined => {
  if (isMap(node)) return node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
  if (!isSeq(node) || typeof step !== 'number') return undefined;
  const item = node.items[step];
  return item === undefined ? undefined : { key: item, value: item };
};

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
