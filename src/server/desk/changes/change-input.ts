import { isIsoDate } from '../../../domain/date-text.ts';
import type { ActKind, IssuerLevel } from '../../../domain/decision.ts';
import { ACT_WORDS } from '../../../importing/facts/read-act.ts';
import { LEVEL_WORDS } from '../../../importing/facts/read-issuer.ts';
import { numberInText } from '../../../importing/facts/read-number.ts';
import type { ImportOptions, RowAnswer } from '../../../importing/import-context.ts';
import type { AnswerField } from '../../../importing/proposal.ts';

const FIELDS: readonly AnswerField[] = ['san-pham', 'chu-the', 'xa', 'hinh-thuc', 'sao', 'quyet-dinh'];
const LONGEST = 400;

/** What the form about the document says; a number that does not read like one is left out. */
export function optionsFrom(form: URLSearchParams): ImportOptions {
  const text = (name: string): string | undefined => (form.get(name) ?? '').normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, LONGEST) || undefined;
  const [day, level, act] = [text('ngay'), text('cap'), text('hinh-thuc')];
  return {
    number: numberInText(text('so') ?? ''),
    signedOn: day !== undefined && isIsoDate(day) ? day : undefined,
    issuer: text('co-quan'),
    level: level !== undefined && Object.hasOwn(LEVEL_WORDS, level) ? (level as IssuerLevel) : undefined,
    act: act !== undefined && Object.hasOwn(ACT_WORDS, act) ? (act as ActKind) : undefined,
    source: text('nguon'),
  };
}

type GivenAnswers = Readonly<Record<string, RowAnswer>>;

/** Adds what was chosen now: fields are named `sheet!row:field`, and `bo-qua` leaves the row out. */
export function answersWith(given: GivenAnswers = {}, form: URLSearchParams): GivenAnswers {
  const all: Record<string, RowAnswer> = { ...given };
  for (const [name, value] of form) {
    const [, row, field] = /^(.{1,200}![0-9]{1,7}):([a-z-]+)$/.exec(name) ?? [];
    if (row === undefined || value === '' || value.length > LONGEST) continue;
    if (value === 'bo-qua') all[row] = { ...all[row], skip: true };
    else if ((FIELDS as readonly string[]).includes(field ?? '')) all[row] = { ...all[row], [field as AnswerField]: value };
  }
  return all;
}

/** Asks again: `key` is `sheet!row:field`. */
export function withoutAnswer(given: GivenAnswers = {}, key: string): GivenAnswers {
  const at = key.lastIndexOf(':');
  const [row, field] = [key.slice(0, at), key.slice(at + 1)];
  const { [field as keyof RowAnswer]: _, ...left } = given[row] ?? {};
  const { [row]: __, ...others } = given;
  return Object.keys(left).length === 0 ? others : { ...others, [row]: left };
}
