import { expect, test } from 'vitest';
import { ORDER_STATES, ORDER_TABLE } from '../../src/domain/order-status.ts';
import { isTaskNeeded, ORDER_TASK_KINDS } from '../../src/domain/order-task.ts';

test('a task made on the way into a state is needed there', () => {
  for (const row of Object.values(ORDER_TABLE)) {
    for (const cell of Object.values(row)) {
      for (const move of [cell, cell.ifMoney, cell.ifNoStock]) {
        for (const kind of ORDER_TASK_KINDS) if (move?.effects.some((effect) => effect === `${kind}-task`) === true) expect([kind, move.to, isTaskNeeded(kind, move.to)]).toEqual([kind, move.to, true]);
      }
    }
  }
});

test('nothing but money and goods that came back waits for an order that has ended', () => {
  const after = ORDER_TASK_KINDS.filter((kind) => isTaskNeeded(kind, 'cancelled') || isTaskNeeded(kind, 'refunded') || isTaskNeeded(kind, 'delivered') || isTaskNeeded(kind, 'refund-due'));
  expect(after).toEqual(['refund', 'returned', 'review']);
  for (const state of ORDER_STATES) expect([isTaskNeeded('refund', state), isTaskNeeded('review', state)]).toEqual([true, true]);
});
