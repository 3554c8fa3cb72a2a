import { join } from 'node:path';
import { lotId } from '../catalogue/lot-id.ts';
import type { Lot } from '../domain/lot.ts';
import type { Problem } from '../domain/problem.ts';
import type { Photograph, Product } from '../domain/product.ts';
import { lotWay } from './lot-documents.ts';
import { derivePhotograph, isPhotograph, type PhotographDerivatives } from './photograph.ts';

export interface DerivedPhotograph {
  photograph: Photograph;
  derivatives: PhotographDerivatives;
}

export interface ProductPhotographs {
  /** By product id, and by `<product>/<code>` for lots, in the order of the record; one without a sound photograph is missing. */
  byProduct: ReadonlyMap<string, readonly DerivedPhotograph[]>;
  problems: readonly Problem[];
}

/**
 * Derivatives of every photograph that a record names, all problems at once. One after the other: each already
 * uses every core. What the cache holds costs one reading of the file.
 */
export async function productPhotographs({ products, lots = [], contentDir, cacheDir, onProgress }: {
  products: readonly Product[];
  lots?: readonly Lot[];
  contentDir: string;
  cacheDir: string;
  onProgress?: (done: number, total: number) => void;
}): Promise<ProductPhotographs> {
  const byProduct = new Map<string, DerivedPhotograph[]>();
  const problems: Problem[] = [];
  const owners = [...products.map(ofProduct), ...lots.map(ofLot)];
  const all = owners.flatMap((owner) => owner.photographs.map((photograph, index) => ({ ...owner, photograph, index })));
  for (const [done, { id, way, file, photograph, index }] of all.entries()) {
    onProgress?.(done, all.length);
    const folder = join(contentDir, way);
    const record = { file: `content/${file}`, field: `photographs.${index}.file` };
    const made = await derivePhotograph({ file: join(folder, photograph.file), folder, cacheDir, record });
    if (!isPhotograph(made)) problems.push(made);
    else byProduct.set(id, [...(byProduct.get(id) ?? []), { photograph, derivatives: made }]);
  }
  return { byProduct, problems };
}

/** Whose photographs, the folder they lie in and the record that names them, both from the folder of records. */
interface Owner {
  id: string;
  way: string;
  file: string;
  photographs: readonly Photograph[];
}

function ofProduct({ id, sample, photographs }: Product): Owner {
  const way = `${sample ? 'samples/' : ''}products/${id}`;
  return { id, way, file: `${way}/product.yaml`, photographs };
}

function ofLot(lot: Lot): Owner {
  const way = lotWay(lot);
  return { id: lotId(lot), way, file: `${way}.yaml`, photographs: lot.photographs };
}
