import type { TraceLabel } from '../i18n/trace-labels.ts';
import type { WordsIn } from './trace-words.ts';

/** One field that a rule asks for, by its place in that rule. */
export interface TraceField {
  id: `circular-${number}` | `passport-${number}`;
  label: TraceLabel;
  /** One without a label, or several with. Where none says anything the field reads "chưa khai báo". */
  parts: readonly TracePart[];
  /** "HTX Mẫu khai báo 01/11/2026"; absent for what was read from decisions and public sources. */
  declared?: string;
}

export interface TracePart extends Partial<WordsIn> {
  label?: TraceLabel;
  href?: string;
  /** Beside the value, smaller. */
  note?: string;
  /** No source says it: "chưa rõ", where others read "chưa khai báo". */
  unknown?: true;
}

export function isSaid(part: TracePart): boolean {
  return part.text !== undefined || part.unknown === true;
}
