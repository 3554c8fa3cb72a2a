import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { Product } from '../../../domain/product.ts';
import { DEFAULT_GRID, gridOf, labelsOnPage, type LabelGrid } from '../../../trace/labels/label-grid.ts';
import { hasAddress, type LabelSubject } from '../../../trace/labels/label-facts.ts';

/** What the page's address asks for. */
export interface LabelRequest {
  search: string;
  product: Product | undefined;
  /** `pack:<sku>` or `lot:<code>`, as the form sends it. */
  subject: LabelSubject | undefined;
  grid: LabelGrid;
  /** As typed; `copiesOf` reads it. */
  copies: string;
  capitals: boolean;
}

export const FIELDS = { search: 'tim', product: 'san-pham', subject: 'cho', grid: 'o', copies: 'so', capitals: 'hoa', format: 'dang' } as const;
/** A ream of paper's worth. */
export const MOST_COPIES = 2_000;

export function readLabelRequest(catalogue: Catalogue, query: URLSearchParams): LabelRequest {
  const text = (field: keyof typeof FIELDS): string => (query.get(FIELDS[field]) ?? '').normalize('NFC').trim().slice(0, 100);
  const product = catalogue.product(text('product'));
  const subjects = product === undefined ? [] : subjectsOf(catalogue, product);
  const asked = text('subject');
  return {
    search: text('search'),
    product,
    subject: subjects.find((subject) => valueOf(subject) === asked) ?? (asked === '' ? subjects[0] : undefined),
    grid: gridOf(text('grid')) ?? DEFAULT_GRID,
    copies: text('copies'),
    capitals: query.get(FIELDS.capitals) === 'on',
  };
}

/** Packs that can be printed, each followed by its lots, newest first; recalled ones are not printed. */
export function subjectsOf(catalogue: Catalogue, product: Product): LabelSubject[] {
  const lots = catalogue.lotsOf(product.id).filter(({ recall }) => recall === undefined);
  return product.packs.filter(hasAddress).flatMap((pack) => [{ product, pack }, ...lots.filter(({ sku }) => sku === pack.sku).map((lot) => ({ product, pack, lot }))]);
}

export function valueOf({ pack, lot }: LabelSubject): string {
  return lot === undefined ? `pack:${pack.sku}` : `lot:${lot.code}`;
}

/** Undefined for what is no number of labels; nothing typed means a full page. */
export function copiesOf({ copies, grid }: Pick<LabelRequest, 'copies' | 'grid'>): number | undefined {
  if (copies === '') return labelsOnPage(grid);
  const count = Number(copies);
  return /^\d{1,5}$/.test(copies) && count >= 1 && count <= MOST_COPIES ? count : undefined;
}
