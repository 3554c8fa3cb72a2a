import { readPublishLog } from '../../publish/publish-log.ts';
import { siteUpdates } from '../../publish/site-updates.ts';
import { translator } from '../../i18n/translate.ts';
import type { LastPublish } from '../../publish/desk-page.ts';

/** What the latest publish did, by the publish log in a directory; undefined when nothing was published. */
export async function lastPublishOf(store: { readonly directory: string }): Promise<LastPublish | undefined> {
  const [update] = siteUpdates(await readPublishLog(store));
  if (update === undefined) return undefined;
  const t = translator('vi');
  const { at, snapshot, reasons, pages, made, tookMs } = update;
  return { at, snapshot, reason: reasons.map((reason) => t(`updates.reason.${reason}`)).join(', '), pages, made, tookMs };
}
