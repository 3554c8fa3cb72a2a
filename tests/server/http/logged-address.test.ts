import { expect, test } from 'vitest';
import { loggedAddress } from '../../../src/server/http/logged-address.ts';

test("a producer's key never stands in a log, other addresses do", () => {
  expect(loggedAddress('/chu-the-tra-loi/AbCdEf/?da-gui=L1')).toBe('/chu-the-tra-loi/…');
  expect(loggedAddress('/san-pham/?ten=mam')).toBe('/san-pham/?ten=mam');
});
