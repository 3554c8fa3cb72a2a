/** A mail as it goes over the wire, read. */
export interface MailParts {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Reads a mail of two parts, text and HTML. Throws when one of them, or a header, is missing. */
export function mailParts(message: string): MailParts {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const boundary = /boundary="([^"]+)"/.exec(unfolded(head))?.[1];
  if (boundary === undefined || !/^content-type: multipart\/alternative/im.test(unfolded(head))) throw new Error(`no mail of two parts:\n${head}`);
  const parts = rest.join('\r\n\r\n').split(`--${boundary}`);
  const body = (type: string): string => {
    const part = parts.find((one) => new RegExp(`content-type: ${type}`, 'i').test(one));
    if (part === undefined) throw new Error(`no part of ${type}`);
    const at = part.indexOf('\r\n\r\n');
    return decoded(part.slice(at + 4), /content-transfer-encoding: (\S+)/i.exec(part.slice(0, at))?.[1]?.toLowerCase() ?? '7bit');
  };
  const header = (name: string): string => {
    const found = new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded(head))?.[1];
    if (found === undefined) throw new Error(`no header ${name}`);
    return words(found);
  };
  return { messageId: header('Message-ID'), to: header('To'), subject: header('Subject'), text: body('text/plain'), html: body('text/html') };
}

const unfolded = (head: string): string => head.replace(/\r\n[ \t]+/g, ' ');

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  return quoted(body.replace(/=\r\n/g, ''));
}

function quoted(text: string): string {
  return Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8');
}

/** Headers that are not ASCII: RFC 2047. */
function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(?:q\?([^?]*)|b\?([^?]*))\?=/gi, (_, q: string | undefined, b: string | undefined) => (b === undefined ? quoted((q ?? '').replaceAll('_', ' ')) : Buffer.from(b, 'base64').toString('utf8')));
}
