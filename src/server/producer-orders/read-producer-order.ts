import type { Catalogue } from '../../catalogue/catalogue.ts';
import { producerAnswerPath } from '../../paths.ts';
import type { Database } from '../db/database.ts';
import { packName } from '../desk/orders/producer-parts.ts';
import type { ReadProducerOrder } from '../mail/mail-kinds.ts';
import { partToken } from '../orders/producer-part.ts';
import type { OrderTokens } from '../orders/order-token.ts';

/** What the mail to a producer says, as the part stands when it is sent; the link is made then and stored nowhere. */
export function readProducerOrder({ db, tokens, siteUrl, catalogue }: { db: Database; tokens: OrderTokens; siteUrl: string; catalogue: () => Promise<Catalogue> }): ReadProducerOrder {
  return async ({ order, producer }) => {
    const register = await catalogue();
    const link = await db
      .selectFrom('producer_order_links')
      .innerJoin('orders', 'orders.id', 'producer_order_links.order_id')
      .selectAll('producer_order_links')
      .select(['number', 'sample'])
      .where('order_id', '=', order)
      .where('producer_id', '=', producer)
      .executeTakeFirst();
    if (link === undefined) return undefined;
    const packs = await db.selectFrom('order_packs').select(['sku', 'quantity']).where('order_id', '=', order).where('producer_id', '=', producer).orderBy('sku').execute();
    return {
      number: link.number,
      producer: register.producer(producer)?.name ?? producer,
      packs: packs.map(({ sku, quantity }) => ({ name: packName(register, sku), quantity })),
      link: siteUrl + producerAnswerPath(partToken(tokens, link)),
      seller: register.shop.seller?.name ?? '',
      sample: link.sample === 1,
    };
  };
}
