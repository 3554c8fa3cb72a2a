import type { Source } from './source.ts';

/** Legal form as the source says it. */
export type ProducerKind =
  | 'cooperative'
  | 'cooperative-group'
  | 'company'
  | 'business-household'
  | 'establishment'
  | 'unknown';

/** Chủ thể. A household is a private person: only what an authority published stands here. */
export interface Producer {
  id: string;
  name: string;
  kind: ProducerKind;
  /** Former names, such as a tổ hợp tác that became an HTX. */
  formerNames: readonly string[];
  /** Published only with consent of a private person. */
  contact?: { phone?: string; zalo?: string; address?: string; website?: string; consent: boolean };
  /** Its own shops on other sites: "Mua trên …". */
  shops?: readonly { name: string; url: string }[];
  /** Where orders are told to. Never published, consent or not. */
  orders?: { email?: string; phone?: string };
  sources: readonly Source[];
  sample: boolean;
}
