import { expect, test } from 'vitest';
import { loggedAddress } from '../../../src/server/http/logged-address.ts';

test("the key of a producer or buyer never stands in a log, other addresses do", () => {
  expect(loggedAddress('/chu-the-tra-loi/AbCdEf/?da-gui=L1')).toBe('/chu-the-tra-loi/…');
  expect(loggedAddress('/don-hang/AbCdEf/bien-nhan.pdf')).toBe('/don-hang/…');
  expect(loggedAddress('/en/orders/AbCdEf/')).toBe('/en/orders/…');
  expect(loggedAddress('/san-pham/?ten=mam')).toBe('/san-pham/?ten=mam');
});
