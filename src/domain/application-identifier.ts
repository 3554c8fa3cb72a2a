import { ATTRIBUTES, NOT_BESIDE_A_GTIN, PRIMARY_KEYS, QUALIFIERS } from './application-identifier-table.ts';
import { checkDigitOf } from './gtin.ts';
import { isGs1Date } from './gs1-date.ts';

/** What can be wrong with a value for its application identifier (AI). */
export type ValueFault = 'value-characters' | 'value-digits' | 'value-length' | 'check-digit' | 'date';

/** True for the number of an AI that GS1 has given out. */
export function isApplicationIdentifier(text: string): boolean {
  return FORMS.has(text) || OTHERS.has(text);
}

/** True for an AI that can begin the identifying part of a path, such as 00, 01 or 414. */
export function isPrimaryKey(ai: string): boolean {
  return KEYS.has(ai);
}

/** True for an AI that may stand in the query beside a GTIN. */
export function isAttribute(ai: string): boolean {
  return ATTRIBUTE_AIS.has(ai);
}

/** What the decoded value breaks of the AI's rules; undefined when it fits. Only for attributes, 10, 21, 22 and 235. */
export function faultOfValue(ai: string, value: string): ValueFault | undefined {
  const form = FORMS.get(ai);
  if (form === undefined) throw new RangeError(`no rule for the values of ${ai}`);
  if (!form.characters.test(value)) return form.digitsOnly ? 'value-digits' : 'value-characters';
  const match = form.pattern.exec(value);
  if (match === null) return shapeFault(form, value);
  for (const [place, kind] of form.checked.entries()) {
    const part = match[place + 1];
    if (part === undefined) continue;
    if (kind === 'C' && checkDigitOf(part.slice(0, -1)) !== part.at(-1)) return 'check-digit';
    if (kind !== 'C' && !isGs1Date(part, kind === 'D0')) return 'date';
  }
  return undefined;
}

interface Form {
  digitsOnly: boolean;
  characters: RegExp;
  /** One group for each of `checked`. */
  pattern: RegExp;
  checked: readonly ('C' | 'D' | 'D0')[];
  shortest: number;
  longest: number;
}

/** GS1 AI encodable character set 82 (General Specifications, figure 7.11-1). */
const CLASS_82 = String.raw`!"%&'()*+,\-./0-9:;<=>?A-Z_a-z`;
const CLASSES: Readonly<Record<string, string>> = {
  N: '[0-9]',
  C: '[0-9]',
  D: '[0-9]',
  X: `[${CLASS_82}]`,
  Y: String.raw`[#\-/0-9A-Z]`,
  Z: String.raw`[A-Za-z0-9\-_=]`,
};

const ATTRIBUTE_AIS: ReadonlySet<string> = new Set(Object.keys(ATTRIBUTES).flatMap(identifiersIn));
const KEYS: ReadonlySet<string> = new Set(identifiersIn(PRIMARY_KEYS));
const OTHERS: ReadonlySet<string> = new Set([...identifiersIn(NOT_BESIDE_A_GTIN), ...KEYS]);
const FORMS: ReadonlyMap<string, Form> = new Map(
  Object.entries({ ...ATTRIBUTES, ...QUALIFIERS }).flatMap(([list, text]) => {
    const form = compileForm(text);
    return identifiersIn(list).map((ai): [string, Form] => [ai, form]);
  }),
);

/** Of the right characters, but too short or long, or with a letter where the form has a digit. */
function shapeFault(form: Form, value: string): ValueFault {
  const tooShortOrLong = value.length < form.shortest || value.length > form.longest;
  return form.digitsOnly || tooShortOrLong ? 'value-length' : 'value-digits';
}

function compileForm(text: string): Form {
  const parts = text.split(' ').map(compilePart);
  const kinds = new Set(parts.map((part) => part.characters));
  const characters = kinds.size === 1 ? (parts[0]?.characters ?? '') : (CLASSES['X'] ?? '');
  return {
    digitsOnly: characters === CLASSES['N'],
    characters: new RegExp(`^${characters}*$`),
    pattern: new RegExp(`^${parts.map((part) => part.pattern).join('')}$`),
    checked: parts.flatMap((part) => (part.kind === 'C' || part.kind === 'D' || part.kind === 'D0' ? [part.kind] : [])),
    shortest: parts.reduce((sum, part) => sum + part.shortest, 0),
    longest: parts.reduce((sum, part) => sum + part.longest, 0),
  };
}

function compilePart(text: string) {
  const optional = text.startsWith('[');
  const bare = text.replace(/[[\]]/g, '');
  const kind = bare.startsWith('D') ? bare : bare.charAt(0);
  const upTo = bare.includes('..');
  const longest = kind.startsWith('D') ? 6 : Number(bare.replace(/\D/g, ''));
  const shortest = upTo ? 1 : longest;
  const characters = CLASSES[bare.charAt(0)] ?? '';
  const group = kind === 'C' || kind.startsWith('D') ? '(' : '(?:';
  const pattern = `${group}${characters}{${shortest},${longest}})${optional ? '?' : ''}`;
  return { kind, characters, pattern, longest, shortest: optional ? 0 : shortest };
}

/** `310n` is 3100 to 3105: the last digit counts decimals. `91-99` is each number between. */
function identifiersIn(list: string): string[] {
  return list.split(' ').flatMap((entry) => {
    if (entry.endsWith('n')) return [...'012345'].map((decimals) => entry.slice(0, -1) + decimals);
    const [first = '', last = first] = entry.split('-');
    if (first === last) return [entry];
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => String(Number(first) + step));
  });
}
