import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { dayInVietnam } from '../../src/domain/calendar-day.ts';
import { contentTypeOf } from '../../src/publish/content-type.ts';
import { openRenderer, type Renderer } from '../../src/publish/renderer.ts';
import type { View } from '../../src/publish/view.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface BuiltApp {
  view: View;
  renderer: Renderer;
}

/** The app as it was built, with the records of a folder named `content`. */
export async function openBuiltApp(mode: View['mode'], contentDir = join(ROOT, 'content')): Promise<BuiltApp> {
  const asOf = dayInVietnam(Date.now());
  const { catalogue } = loadCatalogue({ contentDir, samples: true, today: asOf });
  if (catalogue === undefined) throw new Error('the register has errors');
  return { view: { catalogue, asOf, siteUrl: '', mode }, renderer: await openRenderer(join(ROOT, 'dist'), `${mode}-${process.pid}`) };
}

/** A file of the build; undefined when there is none. */
export function clientFile(path: string): Promise<Buffer | undefined> {
  return readFile(join(ROOT, 'dist/client', decodeURIComponent(path))).catch(() => undefined);
}

/** Serves on a free port what `answer` gives. */
export async function listen(answer: (path: string, request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost').pathname, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendFile(response: ServerResponse, path: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': contentTypeOf(path) }).end(body);
}
