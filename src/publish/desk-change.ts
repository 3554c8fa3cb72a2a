/** What the desk shows of one change to the register: plain data from the server. */

export type ChangeKind = 'import' | 'revocation' | 'site' | 'producer' | 'product' | 'photograph' | 'lot';

/**
 * draft: being looked at · waiting: for another person · writing, undoing: under way, or stopped half-way ·
 * written: in the records · undone, withdrawn: over.
 */
export type ChangeState = 'draft' | 'waiting' | 'writing' | 'written' | 'undoing' | 'undone' | 'withdrawn';

export interface ChangeLine {
  id: string;
  kind: ChangeKind;
  title: string;
  state: ChangeState;
  createdBy: string;
  /** Milliseconds since 1970, of the latest step. */
  at: number;
}

export interface ChangeView extends ChangeLine {
  /** Steps in order, each with who and when (milliseconds since 1970). */
  steps: readonly { what: ChangeStep; who: string; at: number }[];
  records: readonly ChangedRecord[];
  /** Errors that the register would have; nothing is written while there are any. */
  problems: readonly string[];
  /** What went wrong with the button just pressed. */
  refusal?: string;
  publishProblem?: string;
  annex?: AnnexView;
  may: ChangeRights;
}

export type ChangeStep = 'created' | 'sent' | 'approved' | 'confirmed' | 'written' | 'published' | 'undone' | 'withdrawn';

export interface ChangedRecord {
  /** `content/products/<id>/product.yaml` */
  path: string;
  isNew: boolean;
  /** As `diff -u` writes it; empty for a photograph. */
  diff: string;
  /** Address of the photograph itself. */
  picture?: string;
}

/** Which buttons there are. */
export interface ChangeRights {
  send: boolean;
  /** The rows that are sound, while others are not. */
  sendSound: boolean;
  approve: boolean;
  /** Why nobody here can approve: the own change, the role, or no other approver. */
  cannotApprove?: 'own' | 'role' | 'nobody-else';
  giveBack: boolean;
  withdraw: boolean;
  undo: boolean;
  publish: boolean;
  /** Sending confirms and writes at once: there is one user. */
  alone: boolean;
}

/** What was understood of a spreadsheet. */
export interface AnnexView {
  fileName: string;
  size: number;
  sha256: string;
  /** One row that a form made, not a file. */
  isForm: boolean;
  counts: Readonly<Record<RowStatus, number>>;
  /** All rows on this page of the table; `page` counts from 1. */
  rows: readonly AnnexRowView[];
  page: number;
  pages: number;
  notices: readonly string[];
  /** Open questions; `more` are asked after these. */
  questions: readonly AnnexQuestion[];
  more: number;
  answers: readonly { key: string; text: string }[];
  options: AnnexOptions;
  /** Whether the rest can be taken home as a file. */
  hasRest: boolean;
}

export type RowStatus = 'sound' | 'question' | 'refused' | 'unchanged';

export interface AnnexRowView {
  /** `7`, or `PL1, 7` where the file has several sheets. */
  where: string;
  status: RowStatus;
  product: string;
  producer: string;
  place: string;
  stars: string;
  act: string;
  decision: string;
  /** Names before which stands "mới". */
  newProduct: boolean;
  newProducer: boolean;
  messages: readonly { kind: 'notice' | 'question' | 'refusal'; text: string }[];
}

export interface AnnexQuestion {
  /** Name of the form field: `sheet!row:field`. */
  name: string;
  where: string;
  /** What the row is about. */
  product: string;
  text: string;
  /** Empty: the file has to be corrected, or the row left out. */
  choices: readonly { value: string; label: string }[];
}

/** What the file itself may not say; texts as the form holds them. */
export interface AnnexOptions {
  number: string;
  /** YYYY-MM-DD */
  signedOn: string;
  issuer: string;
  level: string;
  act: string;
  source: string;
}
