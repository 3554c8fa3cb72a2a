import type { Browser, Page } from '@playwright/test';
import { spacedOrderNumber } from '../../../src/domain/order-number.ts';
import { translator, type TextKey } from '../../../src/i18n/translate.ts';
import { openDatabase } from '../../../src/server/db/open-database.ts';
import type { OrderMailKind } from '../../../src/server/mail/templates/order-mail.ts';
import type { MailParts } from '../../server/mail/mail-parts.ts';
import { expect } from '../clean-page.ts';
import { CLERK } from '../office-journey.ts';
import { PHONE } from './look.ts';
import type { Walk } from './walk.ts';

export interface ToTheDoor {
  /** As the page shows it: `DH-000012-3`. */
  number: string;
  producer: string;
  /** The desk finds the link in the message for the producer, or the producer in a mail to this address. */
  producerMail?: string;
  /** What the desk's history says of money. */
  money?: string;
  /** Mails that the buyer has by the end, besides those of receipt and sending. */
  more?: readonly 'order-paid'[];
  /** Kinds of mails that say it in other words: of a deposit, at an outlet. */
  words?: MailWords;
  pickup?: boolean;
}

type MailWords = Readonly<Partial<Record<OrderMailKind, 'order-deposit' | 'order-ready'>>>;

const ENDS = { home: ['order.state.shipped', 'order.state.delivered'], pickup: ['order.state.ready', 'order.state.picked-up'] } as const;

/** From an order that the producer may send, to the door: desk, the producer's link, the mails, the desk again, the buyer's page. */
export async function toTheDoor(walk: Walk, { number, producer, producerMail, money, more = [], words = {}, pickup = false }: ToTheDoor): Promise<void> {
  const { page, shop, step } = walk;
  const { clerk } = shop;
  const t = translator(walk.language);
  const [sent, there] = ENDS[pickup ? 'pickup' : 'home'];
  const order = page.url();
  const code = `VTP${number.replace(/\D/g, '')}`;

  await openAtDesk(clerk, number);
  if (money !== undefined) await expect(clerk.locator('.shop-history')).toContainText(money);
  await step('desk', clerk);
  const link = producerMail === undefined ? await messageFor(clerk, producer) : await mailedLink(walk, producerMail, number);
  await producerSends(walk, link, code);

  await page.goto(order);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(sent));
  await expect(page.locator('.shipments')).toContainText(code);
  await step('sent');
  await openAtDesk(clerk, number);
  await expect(clerk.locator('.shop-part')).toContainText(`Viettel Post · ${code}`);
  await clerk.getByRole('button', { name: 'Đã giao tới' }).click();
  await expect(clerk.locator('.page-head').getByText('đã giao')).toBeVisible();
  const now = /\d\d:\d\d ngày \d\d\/\d\d\/\d{4}/;
  await expect(clerk.locator('.shop-history li', { hasText: 'Chủ thể nhận đơn' })).toContainText(new RegExp(`${producer}, ${now.source}`));
  await expect(clerk.locator('.shop-history li', { hasText: 'Giao tới' })).toContainText(new RegExp(`${CLERK.name}, ${now.source}`));
  await step('desk-delivered', clerk);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(there));
  await step('delivered');
  await lookAtMails(walk, number, order, ['order-received', ...more, 'order-shipped'], { code, words });
}

/** By the search of the desk, as a clerk on the telephone. */
export async function openAtDesk(clerk: Page, number: string): Promise<void> {
  await clerk.goto('/quan-ly/don-hang/');
  await clerk.getByLabel('Tìm đơn').fill(number);
  await clerk.getByRole('button', { name: 'Tìm', exact: true }).click();
  await clerk.getByRole('rowheader').getByRole('link', { name: number }).click();
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText(`Đơn ${number}`);
}

/** The link in the message that the office sends. */
export async function messageFor(clerk: Page, producer: string): Promise<string> {
  const message = await clerk.getByLabel(`Tin nhắn cho ${producer}`).inputValue();
  return /http\S+$/.exec(message)?.[0] ?? `no link in ${message}`;
}

async function mailedLink({ shop }: Walk, address: string, number: string): Promise<string> {
  let link: string | undefined;
  await expect.poll(() => (link = shop.mailbox.mails().find(({ to, subject }) => to === address && subject.includes(number))?.text.match(/http\S+\/chu-the-tra-loi\/\S+/)?.[0])).toBeDefined();
  return link ?? '';
}

/** A producer's telephone: no login, no script. */
export async function withPhone(browser: Browser, use: (phone: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: PHONE });
  await use(await context.newPage());
  await context.close();
}

/** Two taps. */
async function producerSends({ shop, step }: Walk, link: string, code: string): Promise<void> {
  await withPhone(shop.browser, async (phone) => {
    await phone.goto(link);
    await step('producer', phone);
    await phone.getByRole('button', { name: 'Nhận đơn' }).click();
    await expect(phone.getByRole('status')).toHaveText('Đã nhận đơn.');
    await step('producer-took', phone);
    await phone.getByLabel('Đơn vị giao').fill('Viettel Post');
    await phone.getByLabel('Mã vận đơn').fill(code.toLowerCase());
    await phone.getByRole('button', { name: 'Báo đã gửi' }).click();
    await expect(phone.getByRole('status')).toContainText('Đã báo là đã gửi');
    await step('producer-sent', phone);
  });
}

/** Each kind once, in the buyer's language, both parts, by the Message-ID that the outbox gave it. */
export async function lookAtMails(walk: Walk, number: string, order: string, kinds: readonly OrderMailKind[], { code, words = {} }: { code?: string; words?: MailWords } = {}): Promise<void> {
  const { shop, buyer, language, step } = walk;
  const t = translator(language);
  const mine = (): MailParts[] => shop.mailbox.mails().filter(({ to }) => to === buyer.email);
  await expect.poll(() => mine().length).toBeGreaterThanOrEqual(kinds.length);
  const written = await outboxOf(shop.office.dataDir, number);
  const reader = await shop.browser.newPage({ viewport: PHONE });
  for (const kind of kinds) {
    const subject = t(`mail.${words[kind] ?? kind}.subject` as TextKey, { number });
    const found = mine().filter((mail) => mail.subject === subject);
    expect(found.map(({ messageId }) => messageId), subject).toEqual([written.get(kind)]);
    const [{ text, html }] = found as [MailParts];
    for (const part of [text, html]) expect(part).toContain(new URL(order).pathname);
    expect(text).toContain(t(`mail.${words[kind] ?? kind}.intro` as TextKey, { number }));
    expect(text).toContain(t('mail.order.link'));
    expect(html).toContain(`<html lang="${language}">`);
    if (code !== undefined && kind === 'order-shipped') expect(text).toContain(`Viettel Post · ${code}`);
    expect(`${subject}${text}${html}`.replaceAll(order, '')).not.toMatch(/\{\w+\}|undefined|NaN/);
    await reader.setContent(html);
    await step(`mail-${kind}`, reader);
  }
  expect(mine()).toHaveLength(kinds.length);
  await reader.close();
}

/** Kind → Message-ID. */
async function outboxOf(dataDir: string, number: string): Promise<ReadonlyMap<string, string>> {
  const db = await openDatabase({ dataDir }, Date.now);
  const { id } = (await db.selectFrom('orders').select(['id', 'number']).execute()).find((order) => spacedOrderNumber(order.number) === number) ?? { id: '' };
  const rows = await db.selectFrom('outbox').select(['kind', 'message_id']).where('subject_key', '=', id).execute();
  await db.destroy();
  return new Map(rows.map(({ kind, message_id: messageId }) => [kind, messageId]));
}
