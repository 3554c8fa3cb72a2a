import { describe, expect, it } from 'vitest';
import { duplicateAttestation } from '../../../src/catalogue/checks/duplicate-attestation.ts';
import { duplicateId } from '../../../src/catalogue/checks/duplicate-id.ts';
import { issuerMissing } from '../../../src/catalogue/checks/issuer-missing.ts';
import { unknownMovedTarget } from '../../../src/catalogue/checks/unknown-moved-target.ts';
import { unknownProducer } from '../../../src/catalogue/checks/unknown-producer.ts';
import { unknownProduct } from '../../../src/catalogue/checks/unknown-product.ts';
import { formatProblem } from '../../../src/domain/problem.ts';
import { fixtureRegister, TODAY, withDecision, withProduct } from './fixture-register.ts';

const { register } = fixtureRegister();

describe('references between records', () => {
  it('to a producer that moved say where it went', () => {
    const changed = withProduct(register, 'ruou-sim', () => ({ producer: 'phan-khac-dat-cam-xuyen' }));
    expect(unknownProducer.run(changed, TODAY).map((problem) => formatProblem(problem))).toEqual([
      'content/products/ruou-sim/product.yaml: producer "phan-khac-dat-cam-xuyen" has moved: write "phan-khac-dat-cam-my" instead',
    ]);
  });

  it('to a name near nothing say to add the record', () => {
    const changed = withProduct(register, 'ruou-sim', () => ({ producer: 'zzz' }));
    expect(unknownProducer.run(changed, TODAY)[0]?.message).toBe('"zzz" not found in content/producers/: correct it or add the record');
    expect(unknownProducer.run(changed, TODAY)[0]?.messageVi).toBe('"zzz" không có trong content/producers/: hãy sửa lại hoặc thêm bản ghi');
  });

  it('of a decision to a product that was split name all its successors', () => {
    const split = [{ kind: 'product' as const, id: 'che', file: 'content/products/che/product.yaml', to: ['gao-xuyen-huong', 'ruou-sim'] }];
    const changed = withDecision({ ...register, moved: split }, 'vinh-linh-2023-11-14', ({ lines }) => ({ lines: lines.map((line) => ({ ...line, product: 'che' })) }));
    expect(unknownProduct.run(changed, TODAY)[0]?.message).toBe('"che" has moved: write "gao-xuyen-huong" or "ruou-sim" instead');
  });

  it('of a moved record to another moved record are refused: one redirect must be enough', () => {
    const moved = [
      { kind: 'producer' as const, id: 'a', file: 'content/producers/a.yaml', to: ['b'] },
      { kind: 'producer' as const, id: 'b', file: 'content/producers/b.yaml', to: ['phu-sang'] },
    ];
    expect(unknownMovedTarget.run({ ...register, moved }, TODAY).map((problem) => formatProblem(problem))).toEqual([
      'content/producers/a.yaml: moved "b" has moved: write "phu-sang" instead',
    ]);
  });

  it('of a moved product to a producer of that id are refused: an address keeps its kind', () => {
    const moved = [{ kind: 'product' as const, id: 'a', file: 'content/products/a/product.yaml', to: ['phu-sang'] }];
    expect(unknownMovedTarget.run({ ...register, moved }, TODAY)).toHaveLength(1);
  });
});

describe('ids', () => {
  it('may be the same for a product and a producer, but not for a record and one that moved', () => {
    const moved = [{ kind: 'product' as const, id: 'ruou-sim', file: 'content/products/ruou-sim-cu/product.yaml', to: ['gao-xuyen-huong'] }];
    expect(duplicateId.run({ ...register, moved: [{ ...moved[0]!, kind: 'producer' }] }, TODAY)).toEqual([]);
    expect(duplicateId.run({ ...register, moved }, TODAY).map(({ file }) => file)).toEqual(['content/products/ruou-sim-cu/product.yaml']);
  });

  it('of an attestation differ from the decisions on that product, whose certificate has that address', () => {
    const changed = withProduct(register, 'nuoc-mam-phu-sang', ({ attestations }) => ({
      attestations: attestations.map((attestation) => ({ ...attestation, id: '2394-qd-ubnd-ha-tinh' })),
    }));
    expect(duplicateAttestation.run(changed, TODAY).map(({ field }) => field)).toEqual(['attestations.0.id']);
  });
});

describe('an issuer', () => {
  it('left out of an attestation is missing, marked unknown it is not', () => {
    const without = withProduct(register, 'ruou-sim', ({ attestations }) => ({ attestations: attestations.map(({ issuer: _, ...rest }) => rest) }));
    expect(issuerMissing.run(without, TODAY).map(({ field }) => field)).toEqual(['attestations.0.issuer']);
    expect(issuerMissing.run(register, TODAY)).toEqual([]);
  });
});
