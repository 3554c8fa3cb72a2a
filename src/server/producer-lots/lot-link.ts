import { createHash, randomBytes } from 'node:crypto';
import { instant, type Database } from '../db/database.ts';
import type { LotLinkRow } from '../db/tables.ts';
import { recordAudit } from '../desk/audit.ts';

/** The key to the form of one product of one producer. */
export interface LotLink {
  id: string;
  productId: string;
  producerId: string;
  createdBy: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  endsAt: number;
  revokedAt?: number;
}

const DAY_MS = 24 * 3_600_000;

/** Gives back the token for the link: 256 random bits of which the database keeps only a digest. */
export async function makeLotLink(db: Database, { productId, producerId, days, who }: { productId: string; producerId: string; days: number; who: string }, nowMs: number): Promise<{ id: string; token: string; endsAt: number }> {
  const [id, token, endsAt] = [randomBytes(6).toString('hex'), randomBytes(32).toString('base64url'), nowMs + days * DAY_MS];
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('lot_links')
      .values({ id, token_hash: hashOf(token), product_id: productId, producer_id: producerId, created_by: who, created_at: instant(nowMs), ends_at: instant(endsAt), revoked_by: null, revoked_at: null })
      .execute();
    await recordAudit(transaction, { who, action: 'lot-link-made', subject: `lot-link:${id}`, note: `product:${productId}, ${days} days` }, nowMs);
  });
  return { id, token, endsAt };
}

/** Open or not; undefined for a token that opens nothing. */
export async function findLotLink(db: Database, token: string): Promise<LotLink | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const row = await db.selectFrom('lot_links').selectAll().where('token_hash', '=', hashOf(token)).executeTakeFirst();
  return row && linkOf(row);
}

/** Newest first. */
export async function listLotLinks(db: Database, limit: number): Promise<LotLink[]> {
  return (await db.selectFrom('lot_links').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(limit).execute()).map(linkOf);
}

/** False when it was revoked already, or never was. */
export async function revokeLotLink(db: Database, id: string, who: string, nowMs: number): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction.updateTable('lot_links').set({ revoked_by: who, revoked_at: instant(nowMs) }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    await recordAudit(transaction, { who, action: 'lot-link-revoked', subject: `lot-link:${id}` }, nowMs);
    return true;
  });
}

function linkOf(row: LotLinkRow): LotLink {
  return {
    id: row.id,
    productId: row.product_id,
    producerId: row.producer_id,
    createdBy: row.created_by,
    createdAt: Date.parse(row.created_at),
    endsAt: Date.parse(row.ends_at),
    ...(row.revoked_at !== null && { revokedAt: Date.parse(row.revoked_at) }),
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
