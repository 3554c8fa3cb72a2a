import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PaymentMethod } from '../../domain/order.ts';
import type { Database } from '../db/database.ts';
import { dialectName } from '../db/open-database.ts';
import type { WebDoor } from '../http/web-door.ts';
import type { ReadOrder } from '../mail/mail-kinds.ts';
import { openOrderTokens } from './order-key-file.ts';
import type { EventParts } from './order-events.ts';
import { OrderQueue } from './order-queue.ts';
import type { OrderTokens } from './order-token.ts';
import { ordersApiDoor } from './orders-api-door.ts';
import { readOrderMail } from './read-order-mail.ts';
import { releaseExpired } from './release-expired.ts';

export interface OrdersParts {
  db: Database;
  dataDir: string;
  databaseUrl: string | undefined;
  siteUrl: string;
  /** What stands after the @ of a Message-ID. */
  mailDomain: string;
  now: () => number;
  catalogue(): Promise<Catalogue>;
  /** Ways to pay that are on. */
  payments(catalogue: Catalogue): readonly PaymentMethod[];
  /** Attempts of one network on one day; see orders-api-door.ts. */
  mostTries?: number;
  onError: (error: unknown, what: string) => void;
}

/** The orders of the shop, for as long as a server runs. */
export interface Orders {
  tokens: OrderTokens;
  queue: OrderQueue;
  /** For `happen`. */
  eventParts(): EventParts;
  readOrder: ReadOrder;
  doors: readonly WebDoor[];
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 30_000;

export async function openOrders(parts: OrdersParts): Promise<Orders> {
  const { db, now, siteUrl, mailDomain, onError } = parts;
  const tokens = await openOrderTokens(parts.dataDir);
  const own = { dialect: dialectName(parts.databaseUrl), tokens, mailDomain };
  const queue = new OrderQueue(db, { ...own, now });
  let underWay: Promise<unknown> | undefined;
  const look = (): void => {
    underWay ??= releaseExpired(db, own, now())
      .catch((error: unknown) => onError(error, 'letting go of what was held for orders'))
      .finally(() => {
        underWay = undefined;
      });
  };
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  look();
  return {
    tokens,
    queue,
    eventParts: () => ({ ...own, now: now() }),
    readOrder: readOrderMail({ db, tokens, siteUrl, seller: async () => (await parts.catalogue()).shop.seller }),
    doors: [ordersApiDoor({ ...parts, queue, tokens })],
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
