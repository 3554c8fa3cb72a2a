/** Every state of an order. Which come after which is a table; nothing else decides it. */
export const ORDER_STATES = [
  'awaiting-payment',
  'part-paid',
  'awaiting-confirmation',
  'paid',
  'confirmed',
  'preparing',
  'shipped',
  'delivery-failed',
  'returned',
  'delivered',
  'cancelled',
  'expired',
  'refund-due',
  'refunded',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/**
 * What can happen to an order. `accepted`, `out-of-stock` and `shipped` come from a producer or the office, `paid`,
 * `part-paid`, `over-paid` from a payment compared with what was due; `paid-late` is money for an order that was let go.
 */
export const ORDER_EVENTS = [
  'paid',
  'part-paid',
  'over-paid',
  'paid-late',
  'confirmed',
  'accepted',
  'out-of-stock',
  'shipped',
  'delivered',
  'delivery-failed',
  'returned',
  'cancelled-by-buyer',
  'cancelled-by-office',
  'expired',
  'refunded',
] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

/** What a move does besides changing the state, in the same transaction. Stock effects do nothing where they were done. */
export type OrderEffect =
  /** What was held for it is free again, its voucher too. */
  | 'release-stock'
  /** Holds again what was let go. */
  | 'reserve-again'
  /** The packs left the store. */
  | 'take-stock'
  /** What is held stays held for the office to decide. */
  | 'hold-on'
  /** Cash was collected at the door. */
  | 'collect-cash'
  /** Somebody must pay money back. */
  | 'refund-task'
  | 'out-of-stock-task'
  | 'part-paid-task'
  | 'delivery-failed-task'
  /** Goods came back: look at them, correct the stock. */
  | 'returned-task'
  | 'tell-producers'
  | 'mail-paid'
  | 'mail-shipped'
  | 'mail-cancelled'
  | 'mail-refunded';

export interface OrderMove {
  to: OrderState;
  effects: readonly OrderEffect[];
}

/** A cell of the table: the move, and another one where money was received already or the goods are gone. */
export interface OrderCell extends OrderMove {
  ifMoney?: OrderMove;
  ifNoStock?: OrderMove;
}

/** What a move may depend on besides state and event. */
export interface OrderFacts {
  /** Money was received and not paid back yet. */
  hasMoney: boolean;
  /** For `paid-late`: what was let go can be held again. */
  hasStock: boolean;
}

const move = (to: OrderState, ...effects: OrderEffect[]): OrderMove => ({ to, effects });

const CANCEL: OrderCell = { ...move('cancelled', 'release-stock', 'mail-cancelled'), ifMoney: move('refund-due', 'release-stock', 'refund-task', 'mail-cancelled') };
/** Nobody paid or confirmed in time. */
const LAPSE: OrderCell = { ...CANCEL, to: 'expired' };
const PAID = move('paid', 'tell-producers', 'mail-paid');
const OVER_PAID = move('paid', 'refund-task', 'tell-producers', 'mail-paid');
const PAID_LATE: OrderCell = { ...move('paid', 'reserve-again', 'tell-producers', 'mail-paid'), ifNoStock: move('refund-due', 'refund-task', 'mail-cancelled') };
const OVER_PAID_LATE: OrderCell = { ...move('paid', 'reserve-again', 'refund-task', 'tell-producers', 'mail-paid'), ifNoStock: move('refund-due', 'refund-task', 'mail-cancelled') };
const SHIP = move('shipped', 'take-stock', 'mail-shipped');
const DELIVER = move('delivered', 'take-stock', 'collect-cash');
const RETURN: OrderCell = { ...move('returned', 'take-stock', 'returned-task'), ifMoney: move('returned', 'take-stock', 'returned-task', 'refund-task') };

type Row = Readonly<Partial<Record<OrderEvent, OrderCell>>>;

/** Money that nobody waits for any more goes back. */
const surplus = (state: OrderState): Row => {
  const back = move(state, 'refund-task');
  return { paid: back, 'part-paid': back, 'over-paid': back, 'paid-late': back };
};

const cancellable: Row = { 'cancelled-by-buyer': CANCEL, 'cancelled-by-office': CANCEL };

/** What is not in it changes nothing, and is recorded. */
export const ORDER_TABLE: Readonly<Record<OrderState, Row>> = {
  'awaiting-payment': { paid: PAID, 'part-paid': move('part-paid', 'hold-on', 'part-paid-task'), 'over-paid': OVER_PAID, 'paid-late': PAID, expired: LAPSE, ...cancellable },
  'part-paid': { paid: PAID, 'part-paid': move('part-paid'), 'over-paid': OVER_PAID, 'paid-late': PAID, confirmed: move('confirmed', 'tell-producers', 'mail-paid'), expired: LAPSE, ...cancellable },
  'awaiting-confirmation': { paid: PAID, 'part-paid': move('awaiting-confirmation', 'hold-on', 'part-paid-task'), 'over-paid': OVER_PAID, 'paid-late': PAID, confirmed: move('confirmed', 'tell-producers'), expired: LAPSE, ...cancellable },
  paid: { ...surplus('paid'), accepted: move('preparing'), 'out-of-stock': move('paid', 'out-of-stock-task'), shipped: SHIP, delivered: DELIVER, ...cancellable },
  confirmed: { ...surplus('confirmed'), accepted: move('preparing'), 'out-of-stock': move('confirmed', 'out-of-stock-task'), shipped: SHIP, delivered: DELIVER, ...cancellable },
  preparing: { ...surplus('preparing'), 'out-of-stock': move('preparing', 'out-of-stock-task'), shipped: SHIP, delivered: DELIVER, 'cancelled-by-office': CANCEL },
  shipped: { ...surplus('shipped'), delivered: DELIVER, 'delivery-failed': move('delivery-failed', 'delivery-failed-task'), returned: RETURN },
  'delivery-failed': { ...surplus('delivery-failed'), shipped: move('shipped'), delivered: DELIVER, returned: RETURN },
  returned: { ...surplus('returned'), refunded: move('refunded', 'mail-refunded') },
  delivered: { ...surplus('delivered'), returned: RETURN, refunded: move('refunded', 'mail-refunded') },
  cancelled: surplus('refund-due'),
  expired: { paid: PAID_LATE, 'over-paid': OVER_PAID_LATE, 'paid-late': PAID_LATE, 'part-paid': move('refund-due', 'refund-task') },
  'refund-due': { ...surplus('refund-due'), refunded: move('refunded', 'mail-refunded') },
  refunded: surplus('refund-due'),
};

/** Undefined for an event that does not fit: it changes nothing. */
export function nextOrderState(state: OrderState, event: OrderEvent, facts: OrderFacts): OrderMove | undefined {
  const cell = ORDER_TABLE[state][event];
  if (cell === undefined) return undefined;
  if (facts.hasMoney && cell.ifMoney !== undefined) return cell.ifMoney;
  return !facts.hasStock && cell.ifNoStock !== undefined ? cell.ifNoStock : { to: cell.to, effects: cell.effects };
}

/** What may happen in a state, for buttons. */
export function orderEventsIn(state: OrderState): OrderEvent[] {
  return ORDER_EVENTS.filter((event) => ORDER_TABLE[state][event] !== undefined);
}

/** Nothing more is expected to happen. */
export function isClosed(state: OrderState): boolean {
  return state === 'delivered' || state === 'cancelled' || state === 'expired' || state === 'refunded' || state === 'returned';
}
