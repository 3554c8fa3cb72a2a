import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FewAtOnce } from '../../../src/server/desk/few-at-once.ts';
import { ADDRESS_POLICY, FORGET_MS, NAME_POLICY, waitOf, withFailure, type Failures } from '../../../src/server/desk/lockout.ts';
import { COST, hashPassphrase, verifyPassphrase } from '../../../src/server/desk/passphrase.ts';
import { digestOf } from '../../../src/server/desk/audit.ts';
import { CHEAP, PASSPHRASE } from './desk-under-test.ts';

describe('the wait after failures', () => {
  test('grows: none at first, 30 seconds at the fifth, doubled, at most a quarter of an hour', () => {
    let known: Failures | undefined;
    const waits = Array.from({ length: 12 }, () => {
      known = withFailure(known, 0, NAME_POLICY);
      return waitOf(known, 0) / 1000;
    });
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  test('is forgotten after a day without a failure', () => {
    expect(withFailure({ failures: 40, lastAt: 0, blockedUntil: undefined }, FORGET_MS + 1, NAME_POLICY).failures).toBe(1);
  });

  test('lets a patient guesser try fewer than a hundred passphrases a day', () => {
    let known: Failures | undefined;
    let tries = 0;
    for (let now = 0; now < 24 * 3_600_000; now += Math.max(1000, waitOf(known, now))) {
      known = withFailure(known, now, NAME_POLICY);
      tries += 1;
    }
    expect(tries).toBeLessThan(105);
  });

  test('never shrinks while failures go on', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: FORGET_MS }), { minLength: 2, maxLength: 60 }), (gaps) => {
        let [known, now, before]: [Failures | undefined, number, number] = [undefined, 0, 0];
        for (const gap of gaps) {
          now += gap;
          known = withFailure(known, now, ADDRESS_POLICY);
          expect(waitOf(known, now)).toBeGreaterThanOrEqual(before);
          before = waitOf(known, now);
        }
      }),
    );
  });
});

describe('a passphrase', () => {
  test('is stored with its own salt and the cost that OWASP asks for', async () => {
    const [one, two] = [await hashPassphrase(PASSPHRASE), await hashPassphrase(PASSPHRASE)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(COST).toEqual({ memoryKiB: 19_456, passes: 2 });
    expect(one).not.toBe(two);
    expect([await verifyPassphrase(PASSPHRASE, one), await verifyPassphrase(`${PASSPHRASE}.`, two)]).toEqual([true, false]);
  });

  test('is never right for somebody unknown, or for a row that cannot be read', async () => {
    expect(await verifyPassphrase('', undefined, CHEAP)).toBe(false);
    expect(await verifyPassphrase(PASSPHRASE, 'plain text', CHEAP)).toBe(false);
    expect(await verifyPassphrase(PASSPHRASE, '', CHEAP)).toBe(false);
  });
});

describe('costly work', () => {
  test('runs few at once, in order, and refuses what would queue too long', async () => {
    const gate = new FewAtOnce(2, 2);
    const [order, releases]: [number[], (() => void)[]] = [[], []];
    const work = (id: number) =>
      gate.run(async () => {
        order.push(id);
        await new Promise<void>((resolve) => releases.push(resolve));
        return id;
      });
    const results = [1, 2, 3, 4, 5].map(work);
    expect(await results[4]).toBeUndefined();
    expect(order).toEqual([1, 2]);
    for (const _ of [1, 2, 3, 4]) {
      releases.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await Promise.all(results.slice(0, 4))).toEqual([1, 2, 3, 4]);
    expect(order).toEqual([1, 2, 3, 4]);
  });

  test('gives its place free when it fails', async () => {
    const gate = new FewAtOnce(1, 0);
    await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.run(async () => 'next')).toBe('next');
  });
});

test('digests in the audit are 16 hex characters, of text and bytes alike', () => {
  expect(digestOf('editor')).toMatch(/^[\da-f]{16}$/);
  expect(digestOf(Buffer.from('editor'))).toBe(digestOf('editor'));
});
