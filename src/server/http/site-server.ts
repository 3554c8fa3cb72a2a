import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { PublishStore } from '../../publish/publish-store.ts';
import { answer, type AnswerParts } from './answer.ts';
import { HEADER_BYTES, HEADERS_SECONDS, KEEP_ALIVE_SECONDS, REQUEST_SECONDS } from './limits.ts';
import { loggedAddress } from './logged-address.ts';
import { OnDemand } from './on-demand.ts';
import { ResidentBodies } from './resident-bodies.ts';
import { securityHeaders } from '../../publish/security-headers.ts';
import { sendPlain } from './send.ts';
import type { OpenApp } from './site-app.ts';
import { SiteState, type SiteStateParts } from './site-state.ts';
import { watchPointer } from './watch-pointer.ts';
import type { WebDoor } from './web-door.ts';

export interface SiteServerOptions {
  store: PublishStore;
  /** Origin without trailing slash. */
  siteUrl: string;
  openApp: OpenApp;
  /** Prepared bodies kept in memory. */
  cacheBytes?: number;
  /** What answers beside the published files, and whether a proxy in front is believed. */
  doors?: readonly WebDoor[];
  trustProxy?: boolean;
  /** Told as soon as another state is served; must return at once. */
  onServed?: SiteStateParts['onServed'];
  /** Faults of the server, never shown to a visitor. */
  onError: (error: unknown, what: string) => void;
}

export interface SiteServer {
  /** Resolves with the port, which is a free one for port 0. Rejects when the port is taken. */
  listen(port: number, host?: string): Promise<number>;
  /** Loads the manifest that the pointer names; true when it is another one than before. */
  reload(): Promise<boolean>;
  /** Takes no new connections, lets requests under way end for at most `graceMs`, then closes everything. */
  close(graceMs?: number): Promise<void>;
}

const DEFAULT_CACHE_BYTES = 256 * 1024 * 1024;

/** The public server: the manifest first, then the app on demand. Serves what is published already, if anything. */
export async function openSiteServer(options: SiteServerOptions): Promise<SiteServer> {
  const { store, onError, openApp } = options;
  const common = securityHeaders(options.siteUrl);
  const served = { files: store.files, residents: new ResidentBodies(options.cacheBytes ?? DEFAULT_CACHE_BYTES), commonHeaders: common };
  const state = new SiteState({ ...served, store, openApp, onServed: options.onServed, onError });
  const web = { doors: options.doors ?? [], trustProxy: options.trustProxy ?? false };
  const parts: AnswerParts = { state, common, onDemand: new OnDemand(common), web };
  const server = createLimitedServer(parts, onError);
  await state.reload();
  const stopWatching = watchPointer(store.directory, () => void state.reload());

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    reload: () => state.reload(),
    close: (graceMs = 10_000) => {
      stopWatching();
      return closeGracefully(server, graceMs);
    },
  };
}

function createLimitedServer(parts: AnswerParts, onError: SiteServerOptions['onError']): Server {
  const limits = {
    headersTimeout: HEADERS_SECONDS * 1_000,
    requestTimeout: REQUEST_SECONDS * 1_000,
    keepAliveTimeout: KEEP_ALIVE_SECONDS * 1_000,
    maxHeaderSize: HEADER_BYTES,
  };
  const server = createServer({ ...limits, noDelay: true, optimizeEmptyRequests: true }, (request, response) => {
    const fail = (error: unknown): void => {
      onError(error, `${request.method} ${loggedAddress(request.url ?? '')}`);
      if (response.headersSent) response.destroy();
      else sendPlain(request, response, 500, parts.common);
    };
    try {
      answer(parts, request, response)?.catch(fail);
    } catch (error) {
      fail(error);
    }
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const status =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
          ? '408 Request Timeout'
          : '400 Bad Request';
    const headers = Object.entries(parts.common).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status}\r\n${headers.join('')}content-length: 0\r\nconnection: close\r\n\r\n`);
  });
  return server;
}

function closeGracefully(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
