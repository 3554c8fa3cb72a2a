/** What a form sent, as short clean texts. */
export interface FormValues {
  /** One line, NFC, without spaces around; '' when missing. */
  text(name: string): string;
  /** Several lines. */
  long(name: string): string;
  ticked(name: string): boolean;
  /** Whether the form asked for it at all. */
  has(name: string): boolean;
}

const LONGEST_LINE = 1_000;
const LONGEST_TEXT = 20_000;

export function formValues(form: URLSearchParams | FormData): FormValues {
  const raw = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.normalize('NFC').replace(/\r\n?/g, '\n') : '';
  };
  return {
    text: (name) => raw(name).replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, LONGEST_LINE),
    long: (name) => raw(name).replace(/[^\P{Cc}\n]/gu, ' ').trim().slice(0, LONGEST_TEXT),
    ticked: (name) => raw(name) === 'on',
    has: (name) => form.has(name),
  };
}

/** Without what is empty, at any depth; undefined when nothing is left. */
export function filled<T extends Record<string, unknown>>(fields: T): Partial<T> | undefined {
  const left = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0));
  return left.length === 0 ? undefined : (Object.fromEntries(left) as Partial<T>);
}
