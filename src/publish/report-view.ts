import type { ReportKind, ReportReference, ReportState } from '../domain/report.ts';

/** What the page for reports shows after something was sent: plain data from the server, never published. */
export type ReportView =
  | { step: 'form'; values: ReportValues; problems: readonly ReportProblem[] }
  | { step: 'received'; reference: ReportReference; state: ReportState; at: number }
  | { step: 'refused'; reason: ReportRefusal };

/** What was typed, as it was typed. */
export interface ReportValues {
  kind?: ReportKind;
  words: string;
  about: string;
  contact: string;
  consent: boolean;
  /** Names the photograph that came along with a form sent back; the server keeps it for a day. */
  photographKey?: string;
}

export type ReportField = 'kind' | 'words' | 'about' | 'contact' | 'consent' | 'photograph' | 'website';

export interface ReportProblem {
  field: ReportField;
  text: string;
}

export type ReportRefusal = 'busy' | 'too-many' | 'too-large' | 'origin' | 'unreadable' | 'unknown-reference' | 'fault';

/** Names of the fields in the form, the same in both languages. */
export const REPORT_FIELDS: Readonly<Record<ReportField | 'photographKey', string>> = {
  kind: 'viec',
  words: 'thay-gi',
  about: 've',
  contact: 'lien-he',
  consent: 'dong-y',
  photograph: 'anh',
  /** Hidden from people; programs that fill in every field give themselves away. */
  website: 'trang-web',
  photographKey: 'anh-da-gui',
};

export const LONGEST_WORDS = 4_000;
/** Sent over a telephone's connection; larger ones are asked to be taken smaller. */
export const MOST_REPORT_PHOTO_BYTES = 12_000_000;
export const KEEP_CONTACT_DAYS = 90;
