import { join } from 'node:path';
import { buildCatalogue } from '../../catalogue/snapshot.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { readRegister } from '../../catalogue/read-register.ts';
import { dayInVietnam } from '../../domain/calendar-day.ts';
import type { LastPublish } from '../../publish/desk-page.ts';
import type { PracticePaymentView } from '../../publish/practice-payment-view.ts';
import type { ProducerFormView } from '../../publish/producer-form-view.ts';
import type { ProducerOrderView } from '../../publish/producer-order-view.ts';
import type { Renderer } from '../../publish/renderer.ts';
import { KEEP_CONTACT_DAYS, type ReportView } from '../../publish/report-view.ts';
import type { ShopView } from '../../publish/shop-view.ts';
import type { View } from '../../publish/view.ts';
import { keepHouse } from '../automatic/keep-house.ts';
import { dialectName, openDatabase } from '../db/open-database.ts';
import type { Environment } from '../env.ts';
import type { WebDoor } from '../http/web-door.ts';
import { enqueueExpiryReminders } from '../mail/enqueue-expiry-reminders.ts';
import { domainOf, openTransport } from '../mail/open-transport.ts';
import { composeWithOrders } from '../mail/mail-kinds.ts';
import { afterDeeds } from '../mail/after-deeds.ts';
import { startOutboxWorker } from '../mail/outbox-worker.ts';
import { countSearch, type Searched } from '../empty-searches/empty-search-store.ts';
import { startOrderNotices } from '../order-notices/order-notices.ts';
import { forgetOverdue } from '../orders/personal-data.ts';
import { openOrders } from '../orders/open-orders.ts';
import { openPayments } from '../payments/open-payments.ts';
import { lotDoor } from '../producer-lots/lot-door.ts';
import { producerOrderDoor } from '../producer-orders/producer-order-door.ts';
import { readProducerOrder } from '../producer-orders/read-producer-order.ts';
import { reportDoor } from '../reports/report-door.ts';
import { shopDoors } from '../shop/shop-doors.ts';
import { answerDesk, isDeskPath } from './answer-desk.ts';
import { resumeChanges } from './changes/resume-changes.ts';
import type { DeskParts, PublishAsk } from './desk-parts.ts';
import { deskRoutes } from './desk-routes.ts';
import { deskMoney } from './orders/desk-money.ts';
import type { ShopDesk } from './orders/shop-desk.ts';
import type { PublishedSite } from './publishes/published-site.ts';
import { renderDeskPage, renderFor } from './render-desk-page.ts';

export interface OfficeSettings {
  contentDir: string;
  dataDir: string;
  mediaCacheDir: string;
  siteUrl: string;
  databaseUrl: string | undefined;
  migrateWithoutCopy?: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Undefined: nobody is reminded or told. */
  officeEmail: string | undefined;
  /** Practice goods, and payments that are pretended. */
  samples: boolean;
  payments: Environment['payments'];
  paymentSettings: Environment['paymentSettings'];
  stripeApiUrl: Environment['stripeApiUrl'];
}

export interface OfficeParts {
  settings: OfficeSettings;
  now: () => number;
  /** The catalogue that was read last and had no errors; undefined while there was none. */
  catalogue: () => Promise<Catalogue | undefined>;
  /** What visitors see now; undefined while nothing is published, or what is published cannot be read any more. */
  served: () => Pick<View, 'catalogue'> | undefined;
  renderer: () => Promise<Renderer>;
  publish: (ask: PublishAsk) => Promise<{ published: true } | { problem: string }>;
  site: PublishedSite;
  lastPublish: () => Promise<LastPublish | undefined>;
  onError: (error: unknown, what: string) => void;
}

/** The desk with its database and its mail, for as long as a server runs. */
export interface Office {
  /** The desk, the forms for reports and those for producers. */
  doors: readonly WebDoor[];
  /** Counts a search of the public page, without personal data; never rejects. */
  countSearch(searched: Searched): Promise<void>;
  /** Writes the mails that are due today; as often as wanted. */
  remind(): Promise<void>;
  /** Deletes what is no longer needed; as often as wanted. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** Throws with one sentence when the database cannot be opened. What a stop left half done is finished first. */
export async function openOffice(parts: OfficeParts): Promise<Office> {
  const { settings, now, onError } = parts;
  const { dataDir, siteUrl, mailFrom } = settings;
  const db = await openDatabase(settings, now);
  const view = viewNow(parts);
  const shown = viewServed(parts, view);
  const orders = await openOrders({
    db,
    dataDir,
    databaseUrl: settings.databaseUrl,
    siteUrl,
    mailDomain: domainOf(mailFrom),
    now,
    catalogue: async () => (await shown()).catalogue,
    payments: ({ shop }) => money.of(shop).methods,
    onError,
  });
  const rendering = <T>(more: (shown: T) => Partial<View>, of = view) => renderFor(async () => ({ renderer: await parts.renderer(), view: await of() }), more);
  const money = await openPayments({ db, settings, catalogue: async () => (await shown()).catalogue, eventParts: orders.eventParts, render: rendering((practicePayment: PracticePaymentView) => ({ practicePayment }), shown), now, onError });
  const shop = { dialect: dialectName(settings.databaseUrl), tokens: orders.tokens, mailDomain: domainOf(mailFrom), money: deskMoney(money) };
  const desk = deskParts(parts, db, view, shop);
  try {
    await resumeChanges(desk);
  } catch (error) {
    onError(error, 'a change that was stopped half-way could not be finished');
  }
  const routes = deskRoutes(desk);
  const transport = openTransport({ smtpUrl: settings.smtpUrl, from: mailFrom, dataDir });
  const compose = composeWithOrders(orders.readOrder, readProducerOrder({ db, tokens: orders.tokens, siteUrl, catalogue: desk.catalogue }));
  const worker = startOutboxWorker({ db, transport, now, compose, onError: (error) => onError(error, 'the outbox') });
  const notices = startOrderNotices({ db, now, catalogue: desk.catalogue, siteUrl, officeEmail: settings.officeEmail, domain: domainOf(mailFrom), onWritten: worker.wake, onError: (error) => onError(error, 'mails about what is to be done') });
  const deeds = afterDeeds(() => {
    notices.wake();
    worker.wake();
  });
  const doors: WebDoor[] = [
    { takes: isDeskPath, answer: (request, visitor) => answerDesk(routes, request, visitor) },
    reportDoor({ db, now, siteUrl, render: rendering((report: ReportView) => ({ report })), mail: officeMail(settings), onError }),
    ...orders.doors,
    ...money.doors,
    // Both are below one address; the shorter token names a part of an order.
    producerOrderDoor({ ...desk, render: rendering((producerOrder: ProducerOrderView) => ({ producerOrder })) }),
    lotDoor({ ...desk, mail: officeMail(settings), render: rendering((producerForm: ProducerFormView) => ({ producerForm })) }),
    ...shopDoors({ db, now, siteUrl, catalogue: async () => (await shown()).catalogue, orders, payments: money, render: rendering((shop: ShopView) => ({ shop }), shown), onError }),
  ];
  return {
    doors: doors.map(deeds.heed),
    countSearch: (searched) => countSearch(db, searched, now()).catch((error: unknown) => onError(error, 'counting a search')),
    async remind() {
      const catalogue = await parts.catalogue();
      if (settings.officeEmail === undefined || catalogue === undefined) return;
      await enqueueExpiryReminders({ db, catalogue, now: now(), to: settings.officeEmail, siteUrl, domain: domainOf(mailFrom) });
    },
    async tidy() {
      const catalogue = await parts.catalogue();
      const site = catalogue?.site;
      if (catalogue !== undefined) await money.forget(catalogue.shop.settings.retentionDays);
      const shop = (await parts.catalogue())?.shop;
      if (shop !== undefined) await forgetOverdue(db, shop.settings.retentionDays, now());
      await keepHouse(db, { keepContactDays: site?.reports?.keepContactDays ?? KEEP_CONTACT_DAYS }, now());
    },
    async close() {
      deeds.stop();
      await orders.stop();
      await money.stop();
      await notices.stop();
      await worker.stop();
      transport.close();
      await db.destroy();
    },
  };
}

function deskParts({ settings, now, renderer, publish, site, lastPublish, onError }: OfficeParts, db: DeskParts['db'], view: () => Promise<View>, shop: ShopDesk): DeskParts {
  const { contentDir, dataDir, mediaCacheDir, siteUrl } = settings;
  return {
    db,
    now,
    siteUrl,
    contentDir,
    cacheFile: join(dataDir, 'cache', 'records-desk.v8'),
    mediaCacheDir,
    publish,
    catalogue: async () => (await view()).catalogue,
    site,
    shop,
    lastPublish,
    onError,
    renderPage: renderDeskPage(async () => ({ renderer: await renderer(), view: await view() })),
  };
}

/** What is read now, whatever was published. */
function viewNow({ settings: { contentDir, siteUrl }, now, catalogue }: OfficeParts): () => Promise<View> {
  return async () => ({ catalogue: (await catalogue()) ?? emptyCatalogue(contentDir), asOf: dayInVietnam(now()), siteUrl, mode: 'server' });
}

/**
 * What the shop sells by: the catalogue whose pages are served, so that the price that is shown is the price that is charged,
 * however long a publish takes and whatever was rolled back. Where it cannot be had, what is read now.
 */
function viewServed({ served }: OfficeParts, view: () => Promise<View>): () => Promise<View> {
  return async () => {
    const [now, { catalogue } = {}] = [await view(), served()];
    return catalogue === undefined ? now : { ...now, catalogue };
  };
}

function officeMail({ officeEmail, mailFrom }: OfficeSettings): { to: string; domain: string } | undefined {
  return officeEmail === undefined ? undefined : { to: officeEmail, domain: domainOf(mailFrom) };
}

/** The desk opens even while the records have errors: that is when it is needed. */
function emptyCatalogue(contentDir: string): Catalogue {
  const { register, places } = readRegister(contentDir, { samples: false });
  return buildCatalogue({ ...register, products: [], producers: [], decisions: [], offers: [], baskets: [], moved: [] }, places);
}
