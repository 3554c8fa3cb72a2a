import { STATUS_CODES } from 'node:http';
import type { Compression, FileStore } from '../../publish/file-store.ts';
import { isCompressible } from '../../publish/content-type.ts';
import { besides } from '../../publish/security-headers.ts';
import type { ManifestEntry } from '../../publish/manifest.ts';
import type { Encoding } from './accept-encoding.ts';
import { compress } from './compress.ts';
import { prepareHead, type PreparedBody, type PreparedHead } from './write-prepared.ts';
import type { Resident, ResidentBodies } from './resident-bodies.ts';

/** Both heads as text and as lists, roughly. */
const HEAD_BYTES = 8 * 1024;

/** Below this a compressed body saves no packet. */
const SMALLEST_COMPRESSED = 860;

/** An answer ready to be sent. */
export interface PreparedAnswer extends Resident, PreparedBody {
  readonly etag: string;
  readonly notModified: PreparedHead;
}

export interface ServedFileParts {
  files: Pick<FileStore, 'read' | 'readCompressed' | 'putCompressed'>;
  residents: ResidentBodies;
  /** Sent with every answer, after the entry's own. */
  commonHeaders: Readonly<Record<string, string>>;
}

/** By which headers of the request the answers to one address differ. */
function varyOf(type: string, own: string | undefined): Record<string, string> {
  const all = [own, isCompressible(type) ? 'accept-encoding' : undefined].filter((header) => header !== undefined);
  return all.length === 0 ? {} : { vary: all.join(', ') };
}

/** One entry of the manifest with its answers, prepared on first request per encoding. */
export class ServedFile {
  readonly entry: ManifestEntry;
  /** Prepared answers by encoding; read directly by the hot path. */
  readonly ready: Record<Encoding, PreparedAnswer | undefined> = { br: undefined, gzip: undefined, identity: undefined };
  #preparing = new Map<Encoding, Promise<PreparedAnswer>>();
  #parts: ServedFileParts;

  constructor(entry: ManifestEntry, parts: ServedFileParts) {
    this.entry = entry;
    this.#parts = parts;
  }

  /** Requests that come while an answer is being prepared wait for the same one. */
  prepare(encoding: Encoding): Promise<PreparedAnswer> {
    let preparing = this.#preparing.get(encoding);
    if (preparing === undefined) {
      preparing = this.#prepare(encoding).finally(() => this.#preparing.delete(encoding));
      this.#preparing.set(encoding, preparing);
    }
    return preparing;
  }

  /** Frees memory when the entry is no longer served. */
  release(): void {
    for (const encoding of ['br', 'gzip', 'identity'] as const) {
      const answer = this.ready[encoding];
      if (answer !== undefined) this.#parts.residents.remove(answer);
      this.ready[encoding] = undefined;
    }
  }

  async #prepare(encoding: Encoding): Promise<PreparedAnswer> {
    const compressed = encoding === 'identity' ? undefined : await this.#compressedBody(encoding);
    const body = compressed ?? (await this.#parts.files.read(this.entry.file));
    const answer = this.#answer(body, compressed === undefined ? 'identity' : encoding, () => {
      this.ready[encoding] = undefined;
    });
    this.ready[encoding] = answer;
    this.#parts.residents.add(answer);
    return answer;
  }

  /** Undefined where compressing does not pay; the plain body is sent then. */
  async #compressedBody(compression: Compression): Promise<Buffer | undefined> {
    const { files } = this.#parts;
    const { file, type, headers } = this.entry;
    if (!isCompressible(type)) return undefined;
    const kept = await files.readCompressed(file, compression);
    if (kept !== undefined) return kept;
    const plain = await files.read(file);
    if (plain.length < SMALLEST_COMPRESSED) return undefined;
    const lasting = headers['cache-control']?.includes('immutable') === true;
    const body = await compress(plain, compression, lasting ? 'lasting' : 'page');
    if (body.length >= plain.length) return undefined;
    // The answer waits for no disk, and a full one does not stop it; what was not kept is compressed again after a restart.
    void files.putCompressed(file, compression, body).catch(() => undefined);
    return body;
  }

  #answer(body: Buffer, encoding: Encoding, drop: () => void): PreparedAnswer {
    const { file, type, status, headers } = this.entry;
    const etag = encoding === 'identity' ? `"${file}"` : `"${file}-${encoding}"`;
    const shared: Record<string, string> = { ...headers, ...varyOf(type, headers['vary']), ...besides(headers, this.#parts.commonHeaders) };
    const ofBody = {
      'content-type': type,
      'content-length': String(body.length),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    };
    // An error page has no validator: 304 would turn it into whatever the client had before.
    const validator: Record<string, string> = status === 200 ? { etag } : {};
    return {
      etag: status === 200 ? etag : '',
      head: prepareHead(status, STATUS_CODES[status] ?? '', { ...ofBody, ...validator, ...shared }),
      notModified: prepareHead(304, 'Not Modified', { ...validator, ...shared }),
      body,
      bytes: body.length + HEAD_BYTES,
      used: true,
      drop,
    };
  }
}
