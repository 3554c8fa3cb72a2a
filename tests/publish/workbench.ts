import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PublishOptions, PublishReport } from '../../src/publish/publish-options.ts';
import { publish } from '../../src/publish/publish.ts';
import { openPublishStore, type PublishStore } from '../../src/publish/publish-store.ts';
import { fakeRenderer } from './fake-renderer.ts';
import { smallCatalogue } from './small-catalogue.ts';

export interface Workbench {
  directory: string;
  clientDir: string;
  store: PublishStore;
  publish(options?: Partial<PublishOptions>): Promise<PublishReport>;
  remove(): Promise<void>;
}

export const SITE_URL = 'http://localhost:4321';
export const STYLE = `body{color:#123456}${'.a{margin:0}'.repeat(200)}`;

/** A publish directory of its own with a small built client: one hashed asset and one public file. */
export async function openWorkbench(): Promise<Workbench> {
  const directory = await mkdtemp(join(tmpdir(), 'ocop-publish-'));
  const clientDir = join(directory, 'client');
  await mkdir(join(clientDir, 'assets'), { recursive: true });
  await writeFile(join(clientDir, 'assets', 'site.abc123.css'), STYLE);
  await writeFile(join(clientDir, 'favicon.svg'), '<svg/>');
  const store = await openPublishStore(join(directory, 'publish'));
  return {
    directory,
    clientDir,
    store,
    publish: (options = {}) =>
      publish({ catalogue: smallCatalogue(), asOf: '2026-11-22', siteUrl: SITE_URL, store, renderer: fakeRenderer(), clientDir, ...options }),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
