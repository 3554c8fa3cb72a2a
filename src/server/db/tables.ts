import type { Generated, Selectable, Updateable } from 'kysely';

/**
 * The rows of the office's database, column names as in the migrations.
 * Instants are ISO strings in UTC with milliseconds (`2026-11-22T01:02:03.004Z`): they sort as text in every dialect.
 */
export interface Tables {
  users: UsersTable;
  sessions: SessionsTable;
  login_failures: LoginFailuresTable;
  audit: AuditTable;
  outbox: OutboxTable;
  expiry_reminders: ExpiryRemindersTable;
  changes: ChangesTable;
  change_files: ChangeFilesTable;
}

export type Instant = string;

export type ChangeRow = Selectable<ChangesTable>;
export type ChangeRowUpdate = Updateable<ChangesTable>;

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
  kind: 'import' | 'revocation' | 'site' | 'producer' | 'product' | 'photograph';
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
