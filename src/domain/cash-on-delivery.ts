/** Cash on delivery: who may, how much in advance, and what follows a delivery that failed. */
export interface CashRules {
  /** Open cash orders that one telephone number may have, the new one included. */
  limitPerPhone: number;
  /** From a total above this a deposit is asked for; undefined: never. Whole đồng. */
  depositAboveDong: number | undefined;
  /** Of the total. */
  depositPercent: number;
}

/** As they stand in `content/site.yaml`. */
export function cashRules({ codLimitPerPhone, codDepositAboveDong, codDepositPercent }: { codLimitPerPhone: number; codDepositAboveDong?: number | undefined; codDepositPercent: number }): CashRules {
  return { limitPerPhone: codLimitPerPhone, depositAboveDong: codDepositAboveDong, depositPercent: codDepositPercent };
}

/** Deposits are asked for in whole thousands: nobody types 437,213 đồng gladly. */
const DEPOSIT_STEP = 1_000;

/** `openOrders`: cash orders of one telephone that are neither delivered nor ended yet. Undefined: another one may come. */
export function cashLimitFault(openOrders: number, most: number): { kind: 'cod-limit'; most: number } | undefined {
  return openOrders >= most ? { kind: 'cod-limit', most } : undefined;
}

/** Of an order of `totalDong`; 0 where none is asked for. Rounded up to whole thousands, never more than the total. */
export function depositFor(totalDong: number, { depositAboveDong, depositPercent }: Pick<CashRules, 'depositAboveDong' | 'depositPercent'>): number {
  if (depositAboveDong === undefined || totalDong <= depositAboveDong) return 0;
  // In hundredths of đồng, so that nothing is lost before rounding.
  return Math.min(totalDong, Math.ceil((totalDong * depositPercent) / (100 * DEPOSIT_STEP)) * DEPOSIT_STEP);
}

/** What is still to be collected at the door. */
export function cashAtTheDoor(totalDong: number, receivedDong: number): number {
  return Math.max(0, totalDong - receivedDong);
}

/** Why a parcel could not be handed over. */
export const DELIVERY_FAILURES = ['not-reached', 'asked-for-later', 'wrong-address', 'refused', 'damaged'] as const;
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];

/** A carrier tries twice; who refuses is not asked again, and damaged goods are not brought again. */
export const MOST_TRIES = 2;

/** `tries`: how often it was brought, this time included. `call`: somebody must speak with the buyer before the next try. */
export function afterFailedDelivery(failure: DeliveryFailure, tries: number): 'try-again' | 'call' | 'return' {
  if (failure === 'refused' || failure === 'damaged' || tries >= MOST_TRIES) return 'return';
  return failure === 'wrong-address' ? 'call' : 'try-again';
}
