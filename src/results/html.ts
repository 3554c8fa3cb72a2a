/** Markup that needs no more escaping. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | undefined | false | readonly Part[];

/** Builds markup: every value is escaped unless it is markup itself; `undefined` and `false` are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((text, string, place) => text + textOf(parts[place - 1]) + string));
}

/** The same for a whole list. */
export function each<T>(items: readonly T[], make: (item: T, place: number) => Html): Html {
  return new Html(items.map((item, place) => make(item, place).text).join(''));
}

export const NOTHING = new Html('');

/** An attribute with its value, or nothing at all. */
export function attribute(name: string, value: string | number | boolean | undefined): Html {
  if (value === undefined || value === false) return NOTHING;
  return new Html(value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`);
}

export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  return new Html(Object.entries(values).map(([name, value]) => attribute(name, value).text).join(''));
}

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return Array.isArray(part) ? (part as readonly Part[]).map(textOf).join('') : escape(String(part));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (found) => ESCAPES[found] as string);
}
