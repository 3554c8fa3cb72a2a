import type { IncomingMessage, ServerResponse } from 'node:http';
import { FILE_POLICY } from '../../publish/content-security-policy.ts';
import { chooseEncoding } from './accept-encoding.ts';
import { KEEP_ALIVE_SECONDS } from './limits.ts';
import type { PreparedAnswer, ServedFile } from './served-file.ts';
import { writeHead, writePrepared } from './write-prepared.ts';

/** Sends a file of the site from memory, or prepares it first. The hot path. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: ServedFile): void | Promise<void> {
  const encoding = chooseEncoding(request.headers['accept-encoding'] as string | undefined);
  const ready = file.ready[encoding];
  if (ready !== undefined) {
    ready.used = true;
    return sendPrepared(request, response, ready);
  }
  return file.prepare(encoding).then((answer) => sendPrepared(request, response, answer));
}

function sendPrepared(request: IncomingMessage, response: ServerResponse, answer: PreparedAnswer): void {
  const known = request.headers['if-none-match'];
  if (known !== undefined && answer.etag !== '' && names(known, answer.etag)) {
    writeHead(response, answer.notModified, KEEP_ALIVE_SECONDS);
  } else if (request.method === 'HEAD') {
    writeHead(response, answer.head, KEEP_ALIVE_SECONDS);
  } else {
    writePrepared(response, answer, KEEP_ALIVE_SECONDS);
  }
}

/** RFC 9110: If-None-Match compares weakly, a list matches by any of its members. */
function names(header: string, etag: string): boolean {
  if (header === etag || header === '*') return true;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}

export function sendRedirect(response: ServerResponse, location: string, common: Readonly<Record<string, string>>): void {
  response
    .writeHead(301, {
      location,
      'cache-control': 'public, max-age=3600',
      'content-length': '0',
      'content-security-policy': FILE_POLICY,
      ...common,
    })
    .end();
}

const SENTENCES: Readonly<Record<number, string>> = {
  400: 'Yêu cầu không hợp lệ. Bad request.',
  404: 'Không tìm thấy trang này. Not found.',
  405: 'Địa chỉ này chỉ để đọc. This address can only be read.',
  414: 'Địa chỉ quá dài. The address is too long.',
  500: 'Máy chủ gặp lỗi, xin thử lại sau. The server failed, please try again later.',
  503: 'Máy chủ đang bận hoặc chưa sẵn sàng, xin thử lại sau ít giây. Busy or not ready, please try again in a few seconds.',
};

/** A short plain answer that tells nothing about the inside. */
export function sendPlain(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  common: Readonly<Record<string, string>>,
  extra: Readonly<Record<string, string>> = {},
  text = `${SENTENCES[status] ?? ''}\n`,
): void {
  const body = Buffer.from(text, 'utf8');
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': String(body.length),
    'cache-control': 'no-store',
    'content-security-policy': FILE_POLICY,
    ...common,
    ...extra,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
