import type { OrderTaskKind } from '../../domain/order-task.ts';

export interface OrderTask {
  id: number;
  kind: OrderTaskKind;
  /** Undefined for money that no order was found for. */
  order?: string;
  /** Milliseconds since 1970. */
  at: number;
  dong?: number;
  /** Why money must be looked at: a short English name. */
  because?: string;
  /** What the transfer said, as the bank told it. */
  words?: string;
  /** Account, bank's reference, currency: what else is known. */
  reference?: string;
  /** Id of who is to be told. */
  producer?: string;
  /** `why`: a short English name where it closed by itself, else what somebody wrote. */
  done?: { by: string; at: number; why?: string };
}
