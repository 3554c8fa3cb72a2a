import type { ActKind, Issuer } from '../domain/decision.ts';
import type { IsoDate, PartialDate } from '../domain/calendar-day.ts';
import type { Problem } from '../domain/problem.ts';
import type { StarLevel } from '../domain/star-level.ts';
import type { FileNotice } from './table/annex-table.ts';
import type { Words } from './words.ts';

/** What an annex would change, for a person to look at before anything is written. */
export interface ImportProposal {
  rows: readonly ImportRow[];
  /** About the file, a sheet or a line that is no product. */
  notices: readonly FileNotice[];
  /** What the sound rows would write; nothing of the others is in it. */
  records: readonly ProposedRecord[];
  /** Errors that the register would have with these records and has not without them. */
  problems: readonly Problem[];
}

/** `unchanged`: sound, and the register says so already. */
export type RowStatus = 'sound' | 'question' | 'refused' | 'unchanged';

export interface ImportRow {
  sheet: string;
  /** As the spreadsheet counts, from 1. */
  row: number;
  status: RowStatus;
  understood: UnderstoodRow;
  messages: readonly RowMessage[];
  /** The cells by the template's headers, so that the row can be given back to be corrected. */
  asWritten: Readonly<Record<string, string>>;
}

export interface UnderstoodRow {
  product?: { id?: string | undefined; name: string; isNew: boolean } | undefined;
  producer?: { id?: string | undefined; name: string; isNew: boolean } | undefined;
  /** As signed, with today's name behind an arrow where it differs. */
  place?: string | undefined;
  stars?: StarLevel | undefined;
  score?: number | undefined;
  act?: ActKind | undefined;
  group?: { id: string; inferred: boolean } | undefined;
  decision?: {
    id?: string | undefined;
    number?: string | undefined;
    signedOn?: IsoDate | undefined;
    attestedOn?: PartialDate | undefined;
    issuer: Issuer | 'unknown';
  } | undefined;
}

/** What an answer can settle; the words are those of the answers file. */
export type AnswerField = 'san-pham' | 'chu-the' | 'xa' | 'hinh-thuc' | 'sao' | 'quyet-dinh';

export interface RowMessage extends Words {
  kind: 'notice' | 'question' | 'refusal';
  sheet: string;
  row: number;
  /** `E "Hạng sao"` */
  column?: string | undefined;
  found?: string | undefined;
  /** The sentence without where it was found; many rows may share it. */
  reason: Words;
  /** A question that an answer can settle; without it the file has to be corrected. */
  question?: { field: AnswerField; choices: readonly Choice[] } | undefined;
}

export interface Choice {
  value: string;
  label: string;
}

export interface ProposedRecord {
  /** From the project's root, with forward slashes. */
  path: string;
  /** Undefined for a record that is new. */
  before?: string | undefined;
  after: string;
}
