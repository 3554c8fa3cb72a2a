import { parseDocument } from 'yaml';

/** The parsed value, or why the text is no YAML, with line and column. The only place that knows the YAML library. */
export function parseYaml(text: string): { value: unknown } | { error: string } {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true });
  const first = document.errors[0];
  if (first === undefined) return { value: document.toJS() };
  const at = first.linePos?.[0];
  return { error: `${first.message.split('\n')[0]}${at === undefined ? '' : ` (line ${at.line}, column ${at.col})`}` };
}
