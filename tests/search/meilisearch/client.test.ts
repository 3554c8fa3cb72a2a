import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openClient } from '../../../src/search/meilisearch/client.ts';

test('answers are asked for uncompressed, with the key and as JSON', async () => {
  let asked: IncomingHttpHeaders = {};
  const server = createServer((request, response) => {
    asked = request.headers;
    response.setHeader('content-type', 'application/json').end('{"results":[]}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = openClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: 'khoa', timeoutMs: 5_000 });
  await client.multiSearch({ queries: [{ indexUid: 'a', q: 'nước mắm' }] });
  expect(asked).toMatchObject({ 'accept-encoding': 'identity', authorization: 'Bearer khoa', 'content-type': 'application/json' });
  server.close();
});
