import type { ChangeLine, ChangeView } from './desk-change.ts';
import type { EmptySearchesView } from './desk-empty-searches.ts';
import type { DeskForm } from './desk-form.ts';
import type { LabelsView } from './desk-labels.ts';
import type { LotLinksView } from './desk-lot-link.ts';
import type { PublishesView } from './desk-publishes.ts';
import type { ReportDetails, ReportInbox } from './desk-report.ts';
import type { DeskShopContent } from './desk-shop/content.ts';

/** What a page of the office's desk shows besides the register: plain data from the server, never published. */
export interface DeskPage {
  /** Who is logged in; undefined at the door. */
  user?: DeskUser;
  /** Goes with every form of this session, as the hidden field {@link FORM_TOKEN_FIELD}. */
  formToken?: string;
  content: DeskContent;
}

export const FORM_TOKEN_FIELD = 'dau-phien';

/** An approver may do all that an editor may. */
export type DeskRole = 'editor' | 'approver';

export interface DeskUser {
  name: string;
  role: DeskRole;
}

export type DeskContent =
  | { kind: 'first-user'; command: string }
  | { kind: 'login'; notice?: LoginNotice; returnTo?: string }
  | { kind: 'home'; lastPublish?: LastPublish; mail: { waiting: number; dead: number }; open: readonly ChangeLine[]; newReports?: number; emptySearches?: number; shop?: ShopToDo }
  | { kind: 'users'; users: readonly DeskUserRow[]; command: string }
  | { kind: 'import'; problem?: string; recent: readonly ChangeLine[]; mostBytes: number }
  | { kind: 'changes'; changes: readonly ChangeLine[]; page: number; pages: number }
  | { kind: 'change'; change: ChangeView }
  | { kind: 'labels'; labels: LabelsView }
  | { kind: 'records'; search: string; only: 'all' | 'revoke' }
  | { kind: 'form'; form: DeskForm; path: string }
  | { kind: 'reports'; inbox: ReportInbox }
  | { kind: 'report'; report: ReportDetails }
  | { kind: 'lot-links'; links: LotLinksView }
  | { kind: 'publishes'; publishes: PublishesView }
  | { kind: 'empty-searches'; searches: EmptySearchesView }
  | DeskShopContent
  | { kind: 'refusal'; reason: RefusalReason };

/** What waits in the shop; undefined where nothing is sold and nothing waits. */
export interface ShopToDo {
  /** Orders that somebody must do something about. */
  orders: number;
  /** Money to pay back or to look at. */
  money: number;
}

export interface DeskLink {
  text: string;
  href: string;
}

/** Why the door is shown again. `minutes`: how long to wait, at least one. */
export type LoginNotice = { reason: 'wrong' | 'ended' | 'busy' | 'left' } | { reason: 'wait'; minutes: number };

export type RefusalReason = 'role' | 'form' | 'origin' | 'too-large' | 'not-found' | 'gone';

export interface DeskUserRow extends DeskUser {
  /** Milliseconds since 1970; undefined: never. */
  lastLoginAt?: number;
}

/** What the latest publish did. */
export interface LastPublish {
  /** Milliseconds since 1970. */
  at: number;
  snapshot: number;
  /** What led to it, as a phrase: "đổi nội dung", "sang ngày mới". */
  reason: string;
  /** Pages of the whole site, and those of them that were made anew. */
  pages: number;
  made: number;
  tookMs: number;
}
