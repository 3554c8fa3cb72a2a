import type { ChangeKind, ChangeLine, ChangeState } from '../../../publish/desk-change.ts';
import type { ImportOptions, RowAnswer } from '../../../importing/import-context.ts';
import type { ProposedRecord } from '../../../importing/proposal.ts';
import type { AnnexReport } from './annex-report.ts';

/** One change to the register, as the database keeps it. */
export interface Change extends Omit<ChangeLine, 'at'> {
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
  input: ChangeInput;
  /** What an import understood when it was sent. */
  report?: AnnexReport;
  /** Empty while an import is a draft: it is worked out anew from the file each time. */
  records: readonly ProposedRecord[];
  sentBy?: string;
  sentAt?: number;
  approvedBy?: string;
  /** The only user confirmed it. */
  alone: boolean;
  writtenAt?: number;
  publishedAt?: number;
  publishProblem?: string;
  undoneBy?: string;
  undoneAt?: number;
}

/** What was chosen and answered for an import; empty for a form, whose records say it all. */
export interface ChangeInput {
  options?: ImportOptions;
  answers?: Readonly<Record<string, RowAnswer>>;
  /** A producer declared it over this link; who approves it is written into the record. */
  lotLink?: string;
}

/** States in which somebody still has to do something. */
export const OPEN_STATES: readonly ChangeState[] = ['draft', 'waiting', 'writing', 'undoing'];

/** Kinds that come as rows of a spreadsheet, a form's single row included. */
export function isAnnex(kind: ChangeKind): boolean {
  return kind === 'import' || kind === 'revocation';
}

export function lineOf({ id, kind, title, state, createdBy, updatedAt }: Change): ChangeLine {
  return { id, kind, title, state, createdBy, at: updatedAt };
}
