import type { RawRegister } from '../catalogue/raw-register.ts';
import type { ActKind, IssuerLevel } from '../domain/decision.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import type { AnswerField } from './proposal.ts';

/** Everything an import depends on besides the file. */
export interface ImportContext {
  /** Real records and samples: an id of a sample is taken too. */
  register: RawRegister;
  /** The text of a record's file, by the path that the register gives; undefined when there is none. */
  textOf(path: string): string | undefined;
  fileName: string;
  /** Today in Việt Nam. */
  today: IsoDate;
  options: ImportOptions;
  answers: Answers;
}

/** What the file itself does not say. */
export interface ImportOptions {
  number?: string | undefined;
  signedOn?: IsoDate | undefined;
  issuer?: string | undefined;
  level?: IssuerLevel | undefined;
  act?: ActKind | undefined;
  /** An address or the title of a document. */
  source?: string | undefined;
}

/** Answers to questions, by `sheet!row`; `skip` leaves the row out. */
export type Answers = ReadonlyMap<string, RowAnswer>;
export type RowAnswer = Partial<Record<AnswerField, string>> & { skip?: boolean };

/** The answer for "it is a new one". */
export const NEW = 'moi';
/** The answer for "nobody knows". */
export const UNKNOWN = 'chua-ro';
/** The answer for "leave the record as it is". */
export const KEEP = 'giu';

export function rowKey(sheet: string, row: number): string {
  return `${sheet}!${row}`;
}
