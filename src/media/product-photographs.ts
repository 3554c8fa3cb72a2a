import { join } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import type { Photograph, Product } from '../domain/product.ts';
import { derivePhotograph, isPhotograph, type PhotographDerivatives } from './photograph.ts';

export interface DerivedPhotograph {
  photograph: Photograph;
  derivatives: PhotographDerivatives;
}

export interface ProductPhotographs {
  /** By product id, in the order of the record; a product without a sound photograph is missing. */
  byProduct: ReadonlyMap<string, readonly DerivedPhotograph[]>;
  problems: readonly Problem[];
}

/**
 * Derivatives of every photograph that a record names, all problems at once. One after the other: each already
 * uses every core. What the cache holds costs one reading of the file.
 */
export async function productPhotographs({ products, contentDir, cacheDir, onProgress }: {
  products: readonly Product[];
  contentDir: string;
  cacheDir: string;
  onProgress?: (done: number, total: number) => void;
}): Promise<ProductPhotographs> {
  const byProduct = new Map<string, DerivedPhotograph[]>();
  const problems: Problem[] = [];
  const all = products.flatMap((product) => product.photographs.map((photograph, index) => ({ product, photograph, index })));
  for (const [done, { product, photograph, index }] of all.entries()) {
    onProgress?.(done, all.length);
    const way = `${product.sample ? 'samples/' : ''}products/${product.id}`;
    const folder = join(contentDir, way);
    const record = { file: `content/${way}/product.yaml`, field: `photographs.${index}.file` };
    const made = await derivePhotograph({ file: join(folder, photograph.file), folder, cacheDir, record });
    if (!isPhotograph(made)) problems.push(made);
    else byProduct.set(product.id, [...(byProduct.get(product.id) ?? []), { photograph, derivatives: made }]);
  }
  return { byProduct, problems };
}
