import { isCompressible } from '../../publish/content-type.ts';
import { chooseEncoding } from '../http/accept-encoding.ts';
import { compress } from '../http/compress.ts';

const SMALLEST = 860;

/** The same answer in the best encoding that the client accepts. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const encoding = chooseEncoding(request.headers.get('accept-encoding') ?? undefined);
  if (response.body === null || !isCompressible(response.headers.get('content-type') ?? '')) return response;
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  const body = Buffer.from(await response.arrayBuffer());
  if (encoding === 'identity' || body.length < SMALLEST) return new Response(body, { status: response.status, headers });
  headers.set('content-encoding', encoding);
  const etag = headers.get('etag');
  if (etag !== null) headers.set('etag', etag.replace(/"$/, `-${encoding}"`));
  return new Response(new Uint8Array(await compress(body, encoding, 'once')), { status: response.status, headers });
}
