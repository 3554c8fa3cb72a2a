import type { Status } from '../domain/certificate-status.ts';
import type { GeoPoint } from '../domain/place.ts';
import type { StarLevel } from '../domain/star-level.ts';
import type { Language } from '../paths.ts';

/** What a share image says: every word and every fact comes from the caller. */
export interface ShareCard {
  language: Language;
  siteName: string;
  /** What kind of page it is, in small type above the title: "Xã", "Quyết định công nhận"; may be missing. */
  kicker?: string;
  /** The big name; wraps to three lines and shrinks, then ends in "…". */
  title: string;
  /** Below the title, each one line or two: "HTX … · xã Thiên Cầm, Hà Tĩnh". */
  lines: readonly string[];
  seal?: ShareSeal;
  /** "dữ liệu minh hoạ" on practice data. */
  note?: string;
  /** SVG text of the drawing (4:3); without one the map takes its place. */
  drawing?: string;
  /** Points of all communes, as dust. */
  dust: readonly GeoPoint[];
  /** Points to light; none where the place is not known. */
  lit: readonly GeoPoint[];
}

export interface ShareSeal {
  /** Undefined: how many stars is not known, none is drawn. */
  stars?: StarLevel;
  status: Status;
  /** "4 sao · còn hiệu lực đến 15/10/2027": must stay true when an old picture is shown again. */
  words: string;
  /** A second, smaller sentence. */
  detail?: string;
}
