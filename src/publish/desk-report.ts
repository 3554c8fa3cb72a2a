import type { ReportEvent, ReportKind, ReportReference, ReportState } from '../domain/report.ts';
import type { Language } from '../paths.ts';

/** What the desk shows of reports: plain data from the server. */
export interface ReportLine {
  reference: ReportReference;
  kind: ReportKind;
  state: ReportState;
  /** As it was sent, at most a few words of it. */
  start: string;
  about?: string;
  /** Milliseconds since 1970. */
  at: number;
  hasPhotograph: boolean;
}

export interface ReportDetails extends ReportLine {
  words: string;
  language: Language;
  contact?: string;
  contactDeletedAt?: number;
  inspection?: Inspection;
  /** The draft revocation made from it. */
  changeId?: string;
  /** In order; `what` is the short name of the deed in the audit. */
  steps: readonly { what: string; who: string; at: number; note?: string }[];
  events: readonly ReportEvent[];
  /** What went wrong with the button just pressed. */
  refusal?: string;
}

/** What an inspection found, written down by the office; it can become the ground of a revocation. */
export interface Inspection {
  /** "Biên bản số 12/BB-KT", or what else the paper is called. */
  paper: string;
  /** YYYY-MM-DD */
  on?: string;
  finding: string;
  by: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** One page of the inbox; `state` when only one is shown. */
export interface ReportInbox {
  state?: ReportState;
  reports: readonly ReportLine[];
  counts: Readonly<Record<ReportState, number>>;
  page: number;
  pages: number;
}
