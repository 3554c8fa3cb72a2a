import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendRaw } from './get.ts';
import { startSite, type SiteUnderTest } from './site-under-test.ts';

let site: SiteUnderTest;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

/** One request that leaves the connection open, read until the announced length has come, then the next on the same connection. */
function sendInTurn(port: number, requests: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const answers: string[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(requests[0] as string));
    let received = '';
    socket.setEncoding('latin1').on('data', (chunk) => {
      received += chunk;
      const headEnd = received.indexOf('\r\n\r\n') + 4;
      if (headEnd === 3) return;
      const isHead = (requests[answers.length] as string).startsWith('HEAD');
      const length = isHead ? 0 : Number(/content-length: (\d+)/.exec(received.slice(0, headEnd))?.[1] ?? 0);
      if (received.length < headEnd + length) return;
      answers.push(received.slice(0, headEnd + length));
      received = received.slice(headEnd + length);
      if (answers.length === requests.length) socket.end(() => resolve(answers));
      else socket.write(requests[answers.length] as string);
    });
    socket.on('error', reject);
  });
}

const withoutDate = (answer: string): string => answer.replace(/Date: [^\r]*/, 'Date: now');
const openEnd = 'Connection: keep-alive\r\nKeep-Alive: timeout=65\r\n';

test('an open connection carries the same bytes as one that closes, but for the lines about the connection', async () => {
  const etag = /etag: (\S+)/.exec(await sendRaw(site.port, 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'))?.[1];
  const requests = ['GET / HTTP/1.1', 'HEAD / HTTP/1.1', `GET / HTTP/1.1\r\nif-none-match: ${etag}`, 'GET /favicon.svg HTTP/1.1', 'GET /404/ HTTP/1.1', 'GET / HTTP/1.1'];
  const kept = await sendInTurn(site.port, requests.map((request) => `${request}\r\nhost: x\r\n\r\n`));
  for (const [index, request] of requests.entries()) {
    const closed = await sendRaw(site.port, `${request}\r\nhost: x\r\nconnection: close\r\n\r\n`);
    const expected = Buffer.from(closed, 'utf8').toString('latin1').replace('Connection: close\r\n', openEnd);
    expect(withoutDate(kept[index] as string), request).toBe(withoutDate(expected));
    expect(kept[index]).toMatch(/\r\nDate: [A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT\r\n/);
  }
});

test('requests sent without waiting for answers are answered in order', async () => {
  const paths = ['/nhom/', '/', '/tinh/', '/san-pham/?q=1', '/chu-the/'];
  const answer = await sendRaw(site.port, paths.map((path, index) => `GET ${path} HTTP/1.1\r\nhost: x\r\n${index === 4 ? 'connection: close\r\n' : ''}\r\n`).join(''));
  expect([...answer.matchAll(/<body>(\S+) /g)].map((match) => match[1])).toEqual(paths);
});

test('an HTTP/1.0 client gets its page and the connection is closed', async () => {
  const answer = await sendRaw(site.port, 'GET / HTTP/1.0\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(answer).toContain('Connection: close');
});
