import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KEYS, keyOf, type Exchange, type Role } from './exchanges.ts';

export interface ReplayServer {
  url: string;
  /** Requests that were never recorded, as they came. */
  unexpected: string[];
  /** Recorded requests that nobody sent. */
  missing(): string[];
  close(): Promise<void>;
}

/** Answers each recorded request with what the real server answered, in their order; anything else is refused and reported. */
export async function startReplay(exchanges: readonly Exchange[]): Promise<ReplayServer> {
  const waiting = new Map<string, Exchange[]>();
  for (const exchange of exchanges) waiting.set(keyOf(exchange), [...(waiting.get(keyOf(exchange)) ?? []), exchange]);
  const asked = new Set<string>();
  const unexpected: string[] = [];
  const server = createServer(async (request, response) => {
    const key = keyOf({ method: request.method ?? '', path: request.url ?? '', as: roleOf(request), body: await bodyOf(request) });
    const queue = waiting.get(key);
    const exchange = queue !== undefined && queue.length > 1 ? queue.shift() : queue?.[0];
    if (exchange === undefined) unexpected.push(key);
    else asked.add(key);
    response.writeHead(exchange?.status ?? 400, { 'content-type': 'application/json' });
    response.end(exchange?.answer ?? JSON.stringify({ message: `never recorded: ${key}`, code: 'never_recorded', type: 'replay' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    unexpected,
    missing: () => [...waiting.keys()].filter((key) => !asked.has(key)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function roleOf({ headers }: IncomingMessage): Role {
  const [, key] = /^Bearer (.*)$/.exec(headers.authorization ?? '') ?? [];
  return (Object.keys(KEYS) as (keyof typeof KEYS)[]).find((role) => KEYS[role] === key) ?? 'nobody';
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
