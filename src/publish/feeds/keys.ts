import { jwkOf } from '../../domain/published-key.ts';
import type { FeedContext } from './feed-context.ts';

/** /.well-known/jwks.json: the public half of every key that ever signed here, oldest first. */
export function keySet({ signing }: Pick<FeedContext, 'signing'>) {
  return { keys: (signing?.keys ?? []).map(jwkOf) };
}
