/** The desk's own forms are a few short fields; files come by routes of their own. */
const LONGEST_FORM = 64 * 1024;

/** Undefined for a body of another kind; `too-large` as soon as it is known to be. */
export async function readForm(request: Request, longest = LONGEST_FORM): Promise<URLSearchParams | 'too-large' | undefined> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return undefined;
  if (Number(request.headers.get('content-length')) > longest) return 'too-large';
  const body = await readBody(request.body, longest, longest);
  return body === undefined ? 'too-large' : new URLSearchParams(body.toString('utf8'));
}

/** Undefined when there is more than `longest`; what comes up to `patience` is read and thrown away, the rest not waited for. */
export async function readBody(body: ReadableStream<Uint8Array> | null, longest: number, patience: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  let length = 0;
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > patience) {
      await reader?.cancel();
      return undefined;
    }
    if (length <= longest) chunks.push(part.value);
  }
  return length > longest ? undefined : Buffer.concat(chunks);
}
