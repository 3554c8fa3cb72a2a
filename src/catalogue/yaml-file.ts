import { type Document, isMap, isSeq, type Pair, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';

/** The parsed value, or why the text is no YAML, with line and column. The only place that knows the YAML library. */
export function parseYaml(text: string): { value: unknown } | { error: string } {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true });
  const first = document.errors[0];
  if (first === undefined) return { value: document.toJS() };
  const at = first.linePos?.[0];
  return { error: `${first.message.split('\n')[0]}${at === undefined ? '' : ` (line ${at.line}, column ${at.col})`}` };
}

/** A record as the files of content/ write it: one field a line, long lines left whole. */
export function formatYaml(value: unknown): string {
  return stringify(value, { version: '1.2', lineWidth: 0 });
}

/**
 * The text with its value changed to `value`: comments and the order of fields stay, and what did not change keeps its
 * form. `text` must be readable YAML.
 */
export function changeYaml(text: string, value: unknown): string {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true });
  if (same(document.toJS(), value)) return text;
  if (document.contents === null) return formatYaml(value);
  change(document, document.contents, value);
  return document.toString({ lineWidth: 0 });
}

/** Changes a map or list in place; anything else is for the caller to put in its place. */
function change(document: Document, node: unknown, value: unknown): boolean {
  if (isMap(node) && typeof value === 'object' && value !== null && !Array.isArray(value)) return changeMap(document, node, value), true;
  if (isSeq(node) && Array.isArray(value)) return changeList(document, node, value), true;
  return false;
}

function changeMap(document: Document, map: YAMLMap, value: object): void {
  const wanted = Object.entries(value).filter(([, inner]) => inner !== undefined);
  map.items = wanted.map(([key, inner]): Pair => {
    const before = map.items.find((pair) => String((pair.key as { value?: unknown }).value ?? pair.key) === key);
    if (before === undefined) return document.createPair(key, inner);
    if (!same(valueOf(before.value), inner) && !change(document, before.value, inner)) before.value = document.createNode(inner);
    return before;
  }) as typeof map.items;
}

function changeList(document: Document, list: YAMLSeq, value: readonly unknown[]): void {
  list.items = value.map((inner, at) => {
    const before = list.items[at];
    if (before === undefined) return document.createNode(inner);
    return same(valueOf(before), inner) || change(document, before, inner) ? before : document.createNode(inner);
  });
}

function valueOf(node: unknown): unknown {
  const inner = node as { toJSON?: () => unknown } | null | undefined;
  return inner?.toJSON === undefined ? node : inner.toJSON();
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
