import type { IsoDate } from './calendar-day.ts';

/** Where a fact was read. `url` may be missing for a paper notice; then `title` names the document. */
export interface Source {
  title?: string;
  url?: string;
  /** The day on which the source was read for the register. */
  readOn?: IsoDate;
}

/** `read`: a source says so. `inferred`: worked out from what sources say, by a rule that the page names. */
export type Basis = 'read' | 'inferred';
