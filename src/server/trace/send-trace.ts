import type { ServerResponse } from 'node:http';
import { FILE_POLICY } from '../../publish/content-security-policy.ts';

/** Scripts of any site may ask what a code means: nothing here belongs to the visitor. */
export const OPEN: Readonly<Record<string, string>> = { 'access-control-allow-origin': '*' };

type Headers = Readonly<Record<string, string>>;

export function sendTo(response: ServerResponse, status: 301 | 307, location: string, common: Headers, extra: Headers): void {
  response.writeHead(status, { location, 'content-length': '0', 'content-security-policy': FILE_POLICY, ...OPEN, ...common, ...extra }).end();
}

export function sendOptions(response: ServerResponse, common: Headers, methods: string): void {
  const day = '86400';
  response
    .writeHead(204, { allow: methods, 'access-control-allow-methods': methods, 'access-control-allow-headers': '*', 'access-control-max-age': day, ...OPEN, ...common })
    .end();
}
