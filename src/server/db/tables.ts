import type { Generated, Selectable, Updateable } from 'kysely';
import type { OrderTables } from './order-tables.ts';
import type { PaymentTables } from './payment-tables.ts';

/**
 * The rows of the office's database, column names as in the migrations.
 * Instants are ISO strings in UTC with milliseconds (`2026-11-22T01:02:03.004Z`): they sort as text in every dialect.
 */
export interface Tables extends OrderTables, PaymentTables {
  users: UsersTable;
  sessions: SessionsTable;
  login_failures: LoginFailuresTable;
  audit: AuditTable;
  outbox: OutboxTable;
  expiry_reminders: ExpiryRemindersTable;
  changes: ChangesTable;
  change_files: ChangeFilesTable;
  reports: ReportsTable;
  report_photographs: ReportPhotographsTable;
  visit_salts: VisitSaltsTable;
  visit_counts: VisitCountsTable;
  kept_photographs: KeptPhotographsTable;
  lot_links: LotLinksTable;
  lot_sendings: LotSendingsTable;
  search_days: SearchDaysTable;
  empty_searches: EmptySearchesTable;
}

export type Instant = string;

export type ChangeRow = Selectable<ChangesTable>;
export type ChangeRowUpdate = Updateable<ChangesTable>;
export type ReportRow = Selectable<ReportsTable>;
export type LotLinkRow = Selectable<LotLinksTable>;

interface UsersTable {
  id: string;
  /** As it was typed when the user was added, in NFC. */
  name: string;
  /** What makes a name unique: see `nameKey`. */
  name_key: string;
  role: 'editor' | 'approver';
  passphrase_hash: string;
  created_at: Instant;
  last_login_at: Instant | null;
}

interface SessionsTable {
  /** SHA-256 of the token, hex; the token itself is only in the cookie. */
  token_hash: string;
  user_id: string;
  created_at: Instant;
  seen_at: Instant;
  /** Absolute end, whatever the use. */
  ends_at: Instant;
}

interface LoginFailuresTable {
  /** Digest of a name or of an address; people type passphrases into the name field. */
  key: string;
  failures: number;
  last_at: Instant;
  blocked_until: Instant | null;
}

interface AuditTable {
  id: Generated<number>;
  at: Instant;
  who: string;
  action: string;
  subject: string;
  before_digest: string | null;
  after_digest: string | null;
  note: string | null;
}

interface OutboxTable {
  id: string;
  kind: string;
  /** What happened, once per kind: one event is one mail. */
  subject_key: string;
  recipient: string;
  /** JSON, shaped by the kind's template. */
  payload: string;
  message_id: string;
  created_at: Instant;
  not_before: Instant;
  /** Attempts begun; one counts even when the process dies in it. */
  attempts: number;
  /** A worker has it until then. */
  claimed_until: Instant | null;
  sent_at: Instant | null;
  dead_at: Instant | null;
  last_error: string | null;
}

interface ExpiryRemindersTable {
  certificate_id: string;
  valid_until: string;
  threshold_days: number;
  outbox_id: string;
}

interface ChangesTable {
  id: string;
  kind: 'import' | 'revocation' | 'site' | 'producer' | 'product' | 'photograph' | 'lot';
  title: string;
  /** See `ChangeState`. */
  state: 'draft' | 'waiting' | 'writing' | 'written' | 'undoing' | 'undone' | 'withdrawn';
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
  /** JSON: what was answered and chosen, by kind. */
  input: string;
  /** JSON: what an import understood when it was sent; null for other kinds and for drafts. */
  report: string | null;
  /** JSON: every record with its text before and after; empty while an import is a draft. */
  records: string;
  sent_by: string | null;
  sent_at: Instant | null;
  approved_by: string | null;
  /** 1 when the only user confirmed what was the user's own. */
  alone: Generated<number>;
  written_at: Instant | null;
  published_at: Instant | null;
  /** Why the latest publish of it failed. */
  publish_problem: string | null;
  undone_by: string | null;
  undone_at: Instant | null;
}

interface ChangeFilesTable {
  change_id: string;
  /** `annex`: the spreadsheet as it came. Else the path that the file gets: `content/products/<id>/<name>`. */
  role: string;
  name: string;
  sha256: string;
  size: number;
  bytes: Uint8Array;
}

interface ReportsTable {
  /** The reference without its dashes. */
  id: string;
  kind: 'star-misuse' | 'wrong-data' | 'bad-goods' | 'my-data' | 'other';
  words: string;
  /** Path of the page it is about, or what was typed in its place. */
  about: string | null;
  language: 'vi' | 'en';
  /** Telephone or mail, given with consent; null when none was given or it was deleted. */
  contact: string | null;
  /** See src/domain/report.ts. */
  state: 'new' | 'looking' | 'answered' | 'closed';
  created_at: Instant;
  state_at: Instant;
  closed_at: Instant | null;
  /** When telephone or mail and the photograph were deleted. */
  contact_deleted_at: Instant | null;
  /** JSON: what an inspection found. */
  inspection: string | null;
  /** The draft revocation made from it. */
  change_id: string | null;
  /** Salted by the day: the same words sent twice on one day are one report. */
  same_key: string | null;
}

interface ReportPhotographsTable {
  report_id: string;
  /** JPEG made here: upright, without metadata. */
  bytes: Uint8Array;
}

/** One random salt a day, deleted with the day, so that a digest of an address means nothing afterwards. */
interface VisitSaltsTable {
  /** YYYY-MM-DD in Việt Nam. */
  day: string;
  salt: string;
}

interface VisitCountsTable {
  /** Keyed digest of what is counted and of the visitor's network. */
  key: string;
  day: string;
  count: number;
}

/** Photographs of forms that came back with questions; the form carries the key. */
interface KeptPhotographsTable {
  key_hash: string;
  created_at: Instant;
  bytes: Uint8Array;
}

interface SearchDaysTable {
  /** YYYY-MM-DD in Việt Nam. */
  day: string;
  searches: number;
  /** Those of them that found nothing. */
  empty: number;
}

interface EmptySearchesTable {
  /** Digest of text and day under the salt of the day. */
  key: string;
  day: string;
  /** Folded; null until enough networks looked for it on that day. */
  text: string | null;
  searches: number;
  networks: number;
}

interface LotLinksTable {
  id: string;
  /** SHA-256 of the token, hex; the token itself is only in the link. */
  token_hash: string;
  product_id: string;
  producer_id: string;
  created_by: string;
  created_at: Instant;
  ends_at: Instant;
  revoked_by: string | null;
  revoked_at: Instant | null;
}

interface LotSendingsTable {
  link_id: string;
  /** Random, from the hidden field of one opened form: sending it twice makes one proposal. */
  form_key: string;
  lot_code: string;
  change_id: string;
  sent_at: Instant;
}
