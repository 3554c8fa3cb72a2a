import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterDeeds } from '../../../src/server/mail/after-deeds.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what was sent is followed by one look soon, what was only read by none, and nothing follows a stop', async () => {
  let looks = 0;
  const deeds = afterDeeds(() => (looks += 1), 1_000);
  const door = deeds.heed({ takes: (path) => path === '/x', answer: async () => new Response('done') });
  const ask = async (method: string): Promise<string> => (await door.answer(new Request('http://localhost/x', { method }), { address: '' })).text();
  expect([door.takes('/x'), door.takes('/y'), await ask('GET')]).toEqual([true, false, 'done']);
  vi.advanceTimersByTime(60_000);
  expect(looks).toBe(0);
  await ask('POST');
  await ask('POST');
  vi.advanceTimersByTime(1_000);
  expect(looks).toBe(1);
  await ask('POST');
  deeds.stop();
  vi.advanceTimersByTime(60_000);
  expect(looks).toBe(1);
});
