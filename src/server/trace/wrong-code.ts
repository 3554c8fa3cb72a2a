import type { AddressFault } from '../../domain/address-fault.ts';
import { wrongCodePath, type TraceLanguage } from '../../paths.ts';
import { FILE_POLICY } from '../../publish/content-security-policy.ts';
import { sendPlain } from '../http/send.ts';
import { acceptsHtml } from './accepted-type.ts';
import type { Exchange } from './exchange.ts';
import { OPEN } from './send-trace.ts';

/** 400 with what is wrong with the code, 404 for a sound one that no pack here carries: a page for people, RFC 9457 for programs. */
export async function sendWrongCode({ parts, current, request, response }: Exchange, status: 400 | 404, language: TraceLanguage, fault?: AddressFault): Promise<void> {
  if (acceptsHtml(request.headers.accept) && current.app !== undefined) {
    const wrongCode = { status, message: fault?.message };
    const path = wrongCodePath(language === 'vi' ? 'vi' : 'en');
    if (await parts.onDemand.answer(request, response, path, current.app, { view: { wrongCode }, headers: { ...OPEN, vary: 'accept' }, sendsErrors: true })) return;
  }
  const headers = { ...OPEN, vary: 'accept', 'content-type': 'application/problem+json; charset=utf-8', 'content-security-policy': FILE_POLICY };
  sendPlain(request, response, status, parts.common, headers, `${JSON.stringify(problemOf(status, fault))}\n`);
}

function problemOf(status: 400 | 404, fault: AddressFault | undefined) {
  if (fault === undefined) {
    const detail = 'The code is well formed, but no pack in this catalogue carries it. Mã viết đúng nhưng danh mục chưa ghi nhận bao bì nào mang mã ấy.';
    return { type: 'urn:ocop:problem:unknown-code', title: 'No such pack', status, detail };
  }
  const { message, where } = fault;
  return { type: `urn:ocop:problem:${fault.fault}`, title: 'Not the code of a pack', status, detail: `${message.en} ${message.vi}`, where };
}
