import type { IncomingMessage, ServerResponse } from 'node:http';
import { isCompressible } from '../../publish/content-type.ts';
import { besides } from '../../publish/security-headers.ts';
import type { RenderedPage } from '../../publish/renderer.ts';
import { chooseEncoding } from './accept-encoding.ts';
import { compress } from './compress.ts';
import { sendPlain } from './send.ts';
import type { OnDemandView, SiteApp } from './site-app.ts';

/** More renderings under way than this would only make everybody wait. */
const RENDERINGS_AT_ONCE = 64;

export interface OnDemandMore {
  /** What the page shows besides what every page does. */
  view?: OnDemandView;
  headers?: Readonly<Record<string, string>>;
  /** The page says itself that it is about nothing, and is sent all the same. */
  sendsErrors?: boolean;
}

/** Pages that no file holds: lists with filters, and addresses that only the app knows. */
export class OnDemand {
  #underWay = 0;
  #common: Readonly<Record<string, string>>;

  constructor(common: Readonly<Record<string, string>>) {
    this.#common = common;
  }

  /** False when the app does not know the address; nothing is sent then. */
  async answer(request: IncomingMessage, response: ServerResponse, address: string, app: SiteApp | undefined, { view, headers = {}, sendsErrors = false }: OnDemandMore = {}): Promise<boolean> {
    if (app === undefined || this.#underWay >= RENDERINGS_AT_ONCE) {
      sendPlain(request, response, 503, this.#common, { 'retry-after': '2' });
      return true;
    }
    this.#underWay += 1;
    try {
      const page = await app.render(address, view);
      if (page.status === 404 && !sendsErrors) return false;
      if (page.status >= 500) throw new Error(`${address} rendered with status ${page.status}`);
      await this.#send(request, response, { ...page, headers: { ...page.headers, ...headers } }, address.includes('?'));
      return true;
    } finally {
      this.#underWay -= 1;
    }
  }

  async #send(request: IncomingMessage, response: ServerResponse, page: RenderedPage, filtered: boolean): Promise<void> {
    const { location, vary, ...headers } = page.headers;
    const chosen = isCompressible(page.type) ? chooseEncoding(request.headers['accept-encoding'] as string | undefined) : 'identity';
    const body = chosen === 'identity' ? page.body : await compress(page.body, chosen, 'once');
    response.writeHead(page.status, {
      'content-type': page.type,
      'content-length': String(body.length),
      ...(chosen === 'identity' ? {} : { 'content-encoding': chosen }),
      ...headers,
      ...(location !== undefined && /^\/(?![/\\])/.test(location) ? { location } : {}),
      ...(filtered ? { 'x-robots-tag': 'noindex, follow' } : {}),
      'cache-control': 'no-cache',
      vary: vary ? `${vary}, accept-encoding` : 'accept-encoding',
      ...besides(headers, this.#common),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}
