import { join } from 'node:path';
import { exportStatic } from '../publish/export-static.ts';
import { openPublishStore } from '../publish/publish-store.ts';
import { staticSearchFiles } from '../publish/static-search.ts';
import type { CommandContext } from './command.ts';
import type { Register } from './compose.ts';
import { publishStep } from './site-steps.ts';

/** Publishes for a plain file host, beside the served site and without touching it, and writes the files into dist/static. */
export async function exportStep(context: CommandContext, register: Register): Promise<void> {
  const { root, environment, steps, site } = context;
  const store = await openPublishStore(join(environment.dataDir, 'static'));
  const { manifest } = await publishStep(context, register, { mode: 'static', store });
  if (environment.samples) steps.say(`The export is for ${environment.siteUrl} and holds practice goods: set SITE_URL to the public address for the real one.`);
  const outDir = join(root, 'dist', 'static');
  const app = await site.openApp(manifest);
  await steps.run(
    'Writing plain files',
    async (onProgress) =>
      exportStatic({ manifest, files: store.files, outDir, media: async (path) => app?.media(path), search: await staticSearchFiles(register.catalogue, manifest.asOf), onProgress }),
    ({ files }) => `${files} files in dist/static`,
  );
}
