import type { ChangeState } from './desk-change.ts';
import type { FormSection } from './desk-form.ts';

/** What a producer sees behind a signed link: plain data from the server, never published. */
export type ProducerFormView =
  | {
      step: 'form';
      product: string;
      producer: string;
      /** Last day of the link, YYYY-MM-DD in Việt Nam. */
      until: string;
      sections: readonly FormSection[];
      /** What cannot be told by one field. */
      problems: readonly string[];
      /** Fields with a fault of their own. */
      faults: number;
      /** What came over this link, newest first. */
      sent: readonly SentLot[];
      /** The lot that was just sent. */
      justSent?: string;
    }
  | { step: 'closed'; reason: ProducerRefusal };

export interface SentLot {
  code: string;
  /** Milliseconds since 1970. */
  at: number;
  state: ChangeState;
}

export type ProducerRefusal = 'unknown' | 'ended' | 'revoked' | 'no-pack' | 'too-many' | 'too-large' | 'unreadable' | 'busy' | 'fault';

export const MOST_LOT_PHOTO_BYTES = 25_000_000;
