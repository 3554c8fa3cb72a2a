import { readBody } from './read-form.ts';

/** More than this is not even thrown away; the connection ends. */
const PATIENCE = 4;

/** A form with files. Undefined for a body of another kind or a broken one; `too-large` beyond `longest` bytes. */
export async function readUpload(request: Request, longest: number): Promise<FormData | 'too-large' | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) return undefined;
  // Whoever sends too much reads the answer only after everything was sent.
  const body = await readBody(request.body, longest, longest * PATIENCE);
  if (body === undefined) return 'too-large';
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => undefined);
}

/** The file of a field; undefined when none was chosen. */
export function fileOf(form: FormData, name: string): File | undefined {
  const value = form.get(name);
  return value instanceof File && (value.size > 0 || value.name !== '') ? value : undefined;
}

/** The name alone, without folders or control characters, at most 120 characters. */
export function fileNameOf({ name }: File): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? '').normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return [...bare].slice(-120).join('') || 'tep';
}
