import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isClosed, nextOrderState, ORDER_EVENTS, ORDER_STATES, orderEventsIn, type OrderEffect, type OrderEvent, type OrderState } from '../../src/domain/order-status.ts';

/** Written by hand beside the table: what each event leads to, without and with money; a dash where nothing changes. */
const EXPECTED: Readonly<Record<OrderState, string>> = {
  'awaiting-payment': 'paid→paid part-paid→part-paid over-paid→paid paid-late→paid cancelled-by-buyer→cancelled/refund-due cancelled-by-office→cancelled/refund-due expired→expired/refund-due',
  'part-paid': 'paid→paid part-paid→part-paid over-paid→paid paid-late→paid confirmed→confirmed cancelled-by-buyer→cancelled/refund-due cancelled-by-office→cancelled/refund-due expired→expired/refund-due',
  'awaiting-confirmation': 'paid→paid part-paid→awaiting-confirmation over-paid→paid paid-late→paid confirmed→confirmed cancelled-by-buyer→cancelled/refund-due cancelled-by-office→cancelled/refund-due expired→expired/refund-due',
  paid: 'paid→paid part-paid→paid over-paid→paid paid-late→paid accepted→preparing out-of-stock→paid shipped→shipped delivered→delivered cancelled-by-buyer→cancelled/refund-due cancelled-by-office→cancelled/refund-due',
  confirmed: 'paid→confirmed part-paid→confirmed over-paid→confirmed paid-late→confirmed accepted→preparing out-of-stock→confirmed shipped→shipped delivered→delivered cancelled-by-buyer→cancelled/refund-due cancelled-by-office→cancelled/refund-due',
  preparing: 'paid→preparing part-paid→preparing over-paid→preparing paid-late→preparing out-of-stock→preparing shipped→shipped delivered→delivered cancelled-by-office→cancelled/refund-due',
  shipped: 'paid→shipped part-paid→shipped over-paid→shipped paid-late→shipped delivered→delivered delivery-failed→delivery-failed returned→returned',
  'delivery-failed': 'paid→delivery-failed part-paid→delivery-failed over-paid→delivery-failed paid-late→delivery-failed shipped→shipped delivered→delivered returned→returned',
  returned: 'paid→returned part-paid→returned over-paid→returned paid-late→returned refunded→refunded',
  delivered: 'paid→delivered part-paid→delivered over-paid→delivered paid-late→delivered returned→returned refunded→refunded',
  cancelled: 'paid→refund-due part-paid→refund-due over-paid→refund-due paid-late→refund-due',
  expired: 'paid→paid part-paid→refund-due over-paid→paid paid-late→paid',
  'refund-due': 'paid→refund-due part-paid→refund-due over-paid→refund-due paid-late→refund-due refunded→refunded',
  refunded: 'paid→refund-due part-paid→refund-due over-paid→refund-due paid-late→refund-due',
};

const MONEY: readonly OrderEvent[] = ['paid', 'part-paid', 'over-paid', 'paid-late'];

test.each(ORDER_STATES)('every event in the state %s leads where the table says, all others change nothing', (state) => {
  const walked = ORDER_EVENTS.flatMap((event) => {
    const without = nextOrderState(state, event, { hasMoney: false, hasStock: true });
    const withMoney = nextOrderState(state, event, { hasMoney: true, hasStock: true });
    if (without === undefined) return expect(withMoney).toBeUndefined(), [];
    return [`${event}→${without.to}${withMoney?.to === without.to ? '' : `/${withMoney?.to}`}`];
  });
  expect(walked.join(' ')).toBe(EXPECTED[state]);
  expect(orderEventsIn(state).map((event) => event)).toEqual(EXPECTED[state].split(' ').map((cell) => cell.split('→')[0]));
});

test('money is never without an answer: in every state it pays, is asked for, or goes back', () => {
  for (const state of ORDER_STATES) {
    for (const event of MONEY) {
      for (const hasStock of [true, false]) {
        const move = nextOrderState(state, event, { hasMoney: true, hasStock });
        const answered = move?.to === 'paid' || move?.to === 'part-paid' || move?.effects.some((effect) => effect === 'refund-task' || effect === 'part-paid-task');
        expect([state, event, hasStock, answered]).toEqual([state, event, hasStock, true]);
      }
    }
  }
});

test('money for an order that was let go holds the goods again, or goes back', () => {
  expect(nextOrderState('expired', 'paid-late', { hasMoney: true, hasStock: true })).toEqual({ to: 'paid', effects: ['reserve-again', 'tell-producers', 'mail-paid'] });
  expect(nextOrderState('expired', 'paid-late', { hasMoney: true, hasStock: false })).toEqual({ to: 'refund-due', effects: ['refund-task', 'mail-cancelled'] });
});

test('whatever happens, goods are held exactly while an order needs them', () => {
  const holding: Readonly<Partial<Record<OrderEffect, 'held' | 'free' | 'gone'>>> = { 'release-stock': 'free', 'reserve-again': 'held', 'take-stock': 'gone' };
  const wanted: Readonly<Record<OrderState, 'held' | 'free' | 'gone'>> = {
    'awaiting-payment': 'held', 'part-paid': 'held', 'awaiting-confirmation': 'held', paid: 'held', confirmed: 'held', preparing: 'held',
    shipped: 'gone', 'delivery-failed': 'gone', returned: 'gone', delivered: 'gone', cancelled: 'free', expired: 'free', 'refund-due': 'free', refunded: 'free',
  };
  fc.assert(
    fc.property(fc.constantFrom<OrderState>('awaiting-payment', 'awaiting-confirmation'), fc.array(fc.tuple(fc.constantFrom(...ORDER_EVENTS), fc.boolean()), { maxLength: 25 }), (start, events) => {
      let state: OrderState = start;
      let stock: 'held' | 'free' | 'gone' = 'held';
      let hasMoney = false;
      for (const [event, hasStock] of events) {
        const move = nextOrderState(state, event, { hasMoney, hasStock });
        if (MONEY.includes(event)) hasMoney = true;
        if (move === undefined) continue;
        if (move.to === 'refunded') hasMoney = false;
        for (const effect of move.effects) if (stock !== 'gone') stock = holding[effect] ?? stock;
        state = move.to;
      }
      if (state !== 'refunded' && state !== 'refund-due') expect([state, stock]).toEqual([state, wanted[state]]);
      else expect(stock).not.toBe('held');
    }),
    { numRuns: 5_000 },
  );
});

test('what has ended is closed', () => {
  expect(ORDER_STATES.filter(isClosed)).toEqual(['returned', 'delivered', 'cancelled', 'expired', 'refunded']);
});

/** Told once, twice, late or in any order, these end the same. */
test.each([
  ['a payment and the journey of the goods', 'awaiting-payment', ['paid', 'accepted', 'shipped', 'delivered'], 'delivered'],
  ['a payment and a cancellation', 'awaiting-payment', ['paid', 'cancelled-by-office'], 'refund-due'],
  ['a payment and the end of the reservation', 'awaiting-payment', ['paid', 'expired'], 'paid'],
] as const)('%s, shuffled and repeated', (_, start, events, end) => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length }), (told) => {
      let state: OrderState = start;
      let hasMoney = false;
      const seen = new Set<OrderEvent>();
      const waiting: OrderEvent[] = [...told];
      for (const event of waiting) {
        // The same payment told again is known by its id and changes nothing.
        if (event === 'paid' && seen.has(event)) continue;
        seen.add(event);
        state = nextOrderState(state, event, { hasMoney, hasStock: true })?.to ?? state;
        if (event === 'paid') hasMoney = true;
      }
      // Goods do not leave before they are paid for: what came too early comes again.
      for (const event of events) if (event !== 'paid') state = nextOrderState(state, event, { hasMoney, hasStock: true })?.to ?? state;
      expect(state).toBe(end);
    }),
  );
});
