/**
 * Records the exchanges of every scenario with a real Meilisearch into tests/fixtures/meilisearch/:
 * MEILI_URL=http://127.0.0.1:7700 MEILI_ADMIN_KEY=… node tests/search/meilisearch/record.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fixtureOf, KEYS, RECORDED_INDEX, type Exchange, type Role } from './exchanges.ts';
import { bodyOf } from './replay-server.ts';
import { dropIndexes } from './real-server.ts';
import { SCENARIOS } from './scenarios.ts';

const { MEILI_URL: url = '', MEILI_ADMIN_KEY: adminKey = '' } = process.env;
mkdirSync('tests/fixtures/meilisearch', { recursive: true });
for (const [name, scenario] of Object.entries(SCENARIOS)) {
  await dropIndexes({ url, adminKey, index: RECORDED_INDEX });
  const exchanges = await recorded((through) => scenario({ url: through, adminKey, index: RECORDED_INDEX }));
  writeFileSync(fixtureOf(name), `${JSON.stringify(exchanges, undefined, 1)}\n`);
  process.stdout.write(`${name}: ${exchanges.length} exchanges\n`);
}
await dropIndexes({ url, adminKey, index: RECORDED_INDEX });

async function recorded(run: (through: string) => Promise<void>): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  const made = new Set<string>();
  const server = createServer(async (request, response) => {
    const [body, key] = [await bodyOf(request), (request.headers.authorization ?? '').replace('Bearer ', '')];
    const { method = 'GET', url: path = '/' } = request;
    const answer = await fetch(url + path, { method, headers: { 'content-type': request.headers['content-type'] ?? 'application/json', authorization: `Bearer ${key}` }, ...(body !== '' && { body }) });
    const text = await answer.text();
    if (method === 'POST' && path === '/keys' && answer.ok) made.add((JSON.parse(text) as { key: string }).key);
    const as: Role = key === adminKey ? 'admin' : made.has(key) ? 'search' : 'nobody';
    note(exchanges, { method, path, as, body, status: answer.status, answer: withoutSecrets(text, path, made) });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return exchanges;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Of all the looks at a task the last is enough. */
function note(exchanges: Exchange[], exchange: Exchange): void {
  const before = exchange.path.startsWith('/tasks/') ? exchanges.findIndex(({ path }) => path === exchange.path) : -1;
  if (before === -1) exchanges.push(exchange);
  else exchanges[before] = exchange;
}

/** Keys, other people's too, stay on the server; times and ids that nobody looks at are left out. */
function withoutSecrets(text: string, path: string, made: ReadonlySet<string>): string {
  if (path.startsWith('/keys?')) return JSON.stringify({ results: [], offset: 0, limit: 1_000, total: 0 });
  const plain = [...made].reduce((answer, key) => answer.replaceAll(key, KEYS.search), text);
  return plain.replace(/,"requestUid":"[^"]*"/g, '').replace(/"processingTimeMs":\d+/g, '"processingTimeMs":1');
}
