import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { RawRecord } from '../../src/catalogue/raw-register.ts';
import { relatedProducts } from '../../src/catalogue/related-products.ts';
import type { DecisionRecord } from '../../src/catalogue/schemas/decision.ts';
import { certificateOn } from '../../src/domain/certificate.ts';
import { statusOn } from '../../src/domain/certificate-status.ts';
import type { Product } from '../../src/domain/product.ts';
import { inLanguage } from '../../src/paths.ts';
import { catalogueOf, firstState } from './changing-register.ts';

/** The fixtures' register, in which a year from 22/11/2026 brings ends, beginnings, a renewal and a revocation. */
export function yearCatalogue(): Catalogue {
  const { register, asOf } = firstState();
  const decisions = [
    decision('het-12', '2023-12-31', ['hang-0', 'hang-6']),
    decision('het-02', '2024-02-29', ['hang-6'], 'renewal'),
    decision('het-06', '2024-06-30', ['hang-7']),
    decision('gia-han', '2027-01-05', ['hang-1'], 'renewal', 5),
    decision('thu-hoi', '2027-03-08', ['hang-2'], 'revocation'),
    decision('moi', '2027-09-02', ['hang-8']),
  ];
  return catalogueOf({ register: { ...register, decisions: [...register.decisions, ...decisions] }, asOf });
}

function decision(id: string, signedOn: string, products: readonly string[], act: DecisionRecord['lines'][number]['act'] = 'recognition', stars: 3 | 4 | 5 = 4): RawRecord<DecisionRecord> {
  const lines = products.map((product) => ({ product, act, basis: 'read' as const, ...(act !== 'revocation' && { stars }) }));
  return { id, file: `content/decisions/${id}.yaml`, sample: false, record: { signedOn, issuer: { level: 'province' }, sources: [{ title: 'Báo thử' }], lines } as DecisionRecord };
}

/** Everything about statuses that a page says on a day; the page says nothing else that a day could change. */
export function statusesOnPage(catalogue: Catalogue, path: string, day: string): string {
  return productsOnPage(catalogue, inLanguage(path, 'vi') ?? path.replace(/^\/(?:en|ko|zh)(?=\/(?:01|t)\/)/, ''), day)
    .map(({ id }) => {
      const certificates = catalogue.certificatesOf(id);
      const current = certificateOn(certificates, day);
      return `${id}: ${certificates.map((certificate) => `${certificate === current ? '*' : ''}${statusOn(certificate, day).status} ${statusOn(certificate, day).reason}`).join(', ')}`;
    })
    .join('; ');
}

const OF_ALL = ['/', '/san-pham/', '/nhom/', '/hang-sao/', '/quyet-dinh/', '/thong-ke/'];

function productsOnPage(catalogue: Catalogue, path: string, day: string): readonly Pick<Product, 'id'>[] {
  const [kind, id = '', second] = path.split('/').filter(Boolean);
  if (OF_ALL.includes(path)) return catalogue.products;
  if (id === '') return [];
  switch (kind) {
    case 'san-pham': {
      const product = catalogue.product(id);
      return product === undefined ? [] : [product, ...Object.values(relatedProducts(catalogue, product)).flat()];
    }
    case 'chung-nhan':
      return [{ id: catalogue.certificate(id)?.productId ?? '' }];
    case 'chu-the':
      return catalogue.productsOfProducer(id);
    case 'quyet-dinh':
      return catalogue.decision(id)?.lines.map(({ product }) => ({ id: product })) ?? [];
    case 'xa':
      return catalogue.productsOfCommune(catalogue.communeBySlug(id, second ?? '')?.code ?? '');
    case 'tinh':
      return catalogue.productsOfProvince(catalogue.provinceBySlug(id)?.code ?? '');
    case 'nhom':
      return catalogue.productsOfGroup(id);
    case 'hang-sao':
      return catalogue.products.filter((product) => String(certificateOn(catalogue.certificatesOf(product.id), day)?.stars) === id);
    case '01':
      return [catalogue.packByGtin(id)?.product].filter((product) => product !== undefined);
    case 't':
      return [catalogue.packByTraceCode(id)?.product].filter((product) => product !== undefined);
    default:
      return [];
  }
}
