import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../db/fresh-database.ts';
import { openShop, transfer } from './shop-under-test.ts';

const HOLD_MS = 3_600_000;

/** The order has all there is, or somebody waits to take what is let go. */
describe.each(DIALECTS)('money at the end of the hold, on %s', (dialect) => {
  test.each([-1, 0, 1].flatMap((apart) => [true, false].map((paysFirst) => ({ apart, paysFirst }))))('%j', async ({ apart, paysFirst }) => {
    for (const othersWait of [false, true]) {
      const shop = await openShop({ dialect, onHand: 3 });
      const { id, code } = await shop.order(1, { quantity: 3, reservedUntil: shop.clock.now + HOLD_MS });
      shop.clock.now += HOLD_MS + apart;
      const pay = (): Promise<unknown> => shop.apply(transfer(code, 250_000, 1));
      const takeTheRest = async (): Promise<void> => {
        const { numUpdatedRows } = await shop.db.updateTable('stock').set(({ eb }) => ({ reserved: eb('reserved', '+', 3) })).where('reserved', '=', 0).executeTakeFirst();
        expect([0n, 1n]).toContain(numUpdatedRows);
      };
      for (const step of paysFirst ? [pay, shop.release] : [shop.release, ...(othersWait ? [takeTheRest] : []), pay]) await step();

      const { state, paid, stock } = await shop.state(id);
      const tasks = await shop.openTasks();
      const { reserved } = await shop.db.selectFrom('stock').select('reserved').executeTakeFirstOrThrow();
      const wasLetGo = !paysFirst && apart >= 0;
      expect(paid).toBe(250_000);
      if (wasLetGo && othersWait) {
        expect({ state, stock, tasks }).toEqual({ state: 'refund-due', stock: 'free', tasks: [{ kind: 'refund', order: id, dong: 250_000 }] });
      } else {
        expect({ state, stock, tasks }).toEqual({ state: 'paid', stock: 'held', tasks: [] });
      }
      expect(reserved).toBe(3);
    }
  });

  test('both at the very same time: sold or paid back, never both, never neither', async () => {
    const shop = await openShop({ dialect, quick: true });
    for (let nth = 1; nth <= 12; nth += 1) {
      const { id, code } = await shop.order(nth, { quantity: 3 });
      shop.clock.now += HOLD_MS + (nth % 3) - 1;
      const both = [shop.apply(transfer(code, 250_000, nth)), shop.release()];
      await Promise.all(nth % 2 === 0 ? both : both.reverse());
      const { reserved } = await shop.db.selectFrom('stock').select('reserved').executeTakeFirstOrThrow();
      expect(await shop.state(id)).toMatchObject({ state: 'paid', stock: 'held', paid: 250_000 });
      expect([reserved, await shop.openTasks()]).toEqual([3 * nth, []]);
    }
  });
});
