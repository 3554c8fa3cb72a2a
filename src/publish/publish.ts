import { openPublisher } from './publisher.ts';
import type { PublishOptions, PublishReport } from './publish-options.ts';
import type { PublishStore } from './publish-store.ts';

/** Publishes once. A process that publishes again and again keeps a publisher, which looks only at what changed. */
export function publish({ store, ...options }: PublishOptions & { store: PublishStore }): Promise<PublishReport> {
  return openPublisher(store).publish(options);
}
