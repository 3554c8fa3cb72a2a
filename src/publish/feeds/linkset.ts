import { linksetPath } from '../../paths.ts';
import { packLinkset } from '../../trace/linkset/pack-linkset.ts';
import type { Linkset } from '../../trace/linkset/linkset.ts';
import type { FeedContext } from './feed-context.ts';
import { packAt } from './pack-at.ts';

/** `/data/linksets/01/…json`: all links of a kind of pack or of one of its lots. Throws for a path that names none. */
export function linksetOf(context: Pick<FeedContext, 'catalogue' | 'asOf' | 'siteUrl' | 'signing'>, path: string): Linkset {
  const { address, product, pack, lot } = packAt(context.catalogue, path, linksetPath);
  return packLinkset({ ...context, isSigned: context.signing !== undefined, product, pack }, address, lot);
}
