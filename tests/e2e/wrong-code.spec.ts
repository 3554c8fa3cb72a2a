import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './clean-page.ts';

/** The browser tells of every answer that is not 200. */
const told = [expect.stringContaining('Failed to load resource')];

test('a code with a wrong check digit says what to look at, and how to go on', async ({ page, faults }) => {
  const answer = await page.goto('/01/09524000000100');
  expect(answer?.status()).toBe(400);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không đọc được mã này');
  await expect(page.locator('main')).toContainText('sai số kiểm tra, xin xem lại từng chữ số');
  await expect(page.locator('main').getByRole('link', { name: 'Quét mã trên bao bì' })).toHaveAttribute('href', '/quet-ma/');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(faults.splice(0)).toEqual(told);
});

test('a sound code that no pack carries is no accusation, in either language', async ({ page, faults }) => {
  const answer = await page.goto('/01/09520000000004');
  expect(answer?.status()).toBe(404);
  await expect(page.locator('main')).toContainText('không có nghĩa là hàng có vấn đề');
  await page.goto('/01/09520000000004?lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This code is not in the catalogue');
  await page.getByRole('searchbox').last().fill('fish sauce');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/search\/\?q=fish/);
  expect(faults.splice(0)).toEqual([...told, ...told]);
});

test('its own address, opened without a code, leads nowhere', async ({ request }) => {
  for (const path of ['/ma-khong-doc-duoc/', '/en/wrong-code/']) expect((await request.get(path)).status()).toBe(404);
});

test('a lot that is not in the register is answered by the pack’s page, which says so', async ({ page }) => {
  await page.goto('/01/09524000000101/10/KHONG-CO');
  await expect(page.locator('main')).toContainText('KHONG-CO');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
});

test('programs get the links of a pack, and a journey whose ids are hashes', async ({ request }) => {
  const answer = await request.get('/01/09524000000101/10/NM-260618', { headers: { accept: 'application/linkset+json' } });
  const { linkset } = (await answer.json()) as { linkset: Record<string, { href: string }[]>[] };
  const journey = linkset[0]?.['https://ref.gs1.org/voc/epcis']?.[0]?.href ?? '';
  const { epcisBody } = (await (await request.get(new URL(journey).pathname)).json()) as { epcisBody: { eventList: { eventID: string }[] } };
  expect(epcisBody.eventList.length).toBeGreaterThan(4);
  for (const { eventID } of epcisBody.eventList) expect(eventID).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/);
});
