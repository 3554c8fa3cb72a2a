import type { Database } from '../db/database.ts';
import { recordAudit } from '../desk/audit.ts';
import { deletePerson, exportPerson, readAsked } from './personal-data.ts';

export interface OrdersCommandParts {
  db: Database;
  now: () => number;
  say: (line: string) => void;
}

export const USAGE = `What is kept of somebody who ordered, by telephone, mail address or number of an order:
  npm run orders -- export 0905123456 > file.json    everything, for the person who asks for it
  npm run orders -- delete 0905123456                who ordered, from every order that has ended
Ask first who is asking: call the number that stands in the order.`;

const WHO = 'lệnh orders';

/** Gives back the exit code. */
export async function runOrdersCommand([verb, text, ...rest]: readonly string[], { db, now, say }: OrdersCommandParts): Promise<0 | 1> {
  const asked = text === undefined || rest.length > 0 ? undefined : readAsked(text);
  if ((verb !== 'export' && verb !== 'delete') || asked === undefined) {
    say(verb === 'export' || verb === 'delete' ? 'That is no telephone number, mail address or number of an order.\n' + USAGE : USAGE);
    return 1;
  }
  if (verb === 'export') {
    say(JSON.stringify(await exportPerson(db, asked), undefined, 1));
    return 0;
  }
  const { deleted, kept } = await deletePerson(db, asked, now());
  await recordAudit(db, { who: WHO, action: 'order-people-deleted', subject: 'orders', note: String(deleted) }, now());
  say(`Who ordered was deleted from ${deleted} orders.`);
  if (kept.length > 0) say(`Still under way, so kept: ${kept.join(', ')}. Delete again when they have ended.`);
  return 0;
}
