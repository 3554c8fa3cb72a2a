import { createHash } from 'node:crypto';
import { openApiPath } from '../../paths.ts';
import { isNotModified } from './entity-tag.ts';
import type { WebDoor } from '../http/web-door.ts';
import { openApiDocument, type ApiOperation } from './openapi.ts';
import { problemDetails } from './problem-details.ts';

/** `/api/openapi.json`, made once: it changes with the program only. */
export function openApiDoor(operations: readonly ApiOperation[], about: { siteUrl: string; title: string }): WebDoor {
  const body = `${JSON.stringify(openApiDocument(operations, about))}\n`;
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  const headers = { etag, 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' };
  return {
    takes: (path) => path === openApiPath,
    async answer(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return problemDetails(405, 'method', 'Method not allowed', 'Send a GET request.', { allow: 'GET, HEAD' });
      if (isNotModified(request, etag)) return new Response(null, { status: 304, headers });
      return new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
    },
  };
}
