import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Compression } from '../../publish/file-store.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** `lasting`: hashed assets, compressed once for years. `page`: made again with every publish. `once`: sent and forgotten. */
export type CompressionEffort = 'lasting' | 'page' | 'once';

const BROTLI_QUALITY: Readonly<Record<CompressionEffort, number>> = { lasting: 11, page: 5, once: 4 };
const GZIP_LEVEL: Readonly<Record<CompressionEffort, number>> = { lasting: 9, page: 6, once: 5 };

export async function compress(body: Buffer, compression: Compression, effort: CompressionEffort): Promise<Buffer> {
  if (compression === 'gzip') return gzipped(body, { level: GZIP_LEVEL[effort] });
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY[effort],
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
