import { epcisPath } from '../../paths.ts';
import { epcisDocument } from '../../trace/epcis/epcis-document.ts';
import type { FeedContext } from './feed-context.ts';
import { packAt } from './pack-at.ts';

/** `/data/epcis/01/…/10/….jsonld`: the journey of one lot. Throws for a path that names none. */
export function epcisOf(context: Pick<FeedContext, 'catalogue' | 'asOf' | 'siteUrl'>, path: string): ReturnType<typeof epcisDocument> {
  const { product, pack, lot } = packAt(context.catalogue, path, epcisPath);
  if (lot === undefined) throw new Error(`${path} names no lot`);
  return epcisDocument({ ...context, product, pack, lot }, context.asOf);
}
