import { describe, expect, it } from 'vitest';
import type { MovedRecord } from '../../src/domain/product.ts';
import { splitPage } from '../../src/page-data/split-page.ts';
import { plainProduct, plainView } from './plain-view.ts';

const products = ['mat-ong-rung', 'mat-ong-nha', 'ruou-sim'].map((id) => plainProduct(id, { alcohol: id === 'ruou-sim' }));

function candidatesAt(id: string, moved: readonly MovedRecord[]): string[] | undefined {
  const view = plainView({ products, moved: { products: moved, producers: [], decisions: [] } });
  return splitPage(view, 'vi', id)?.candidates.map((candidate) => candidate.id);
}

describe('splitPage', () => {
  it('gives every successor of a split record, by name', () => {
    expect(candidatesAt('mat-ong', [{ id: 'mat-ong', to: ['mat-ong-rung', 'mat-ong-nha'] }])).toEqual(['mat-ong-nha', 'mat-ong-rung']);
  });

  it('follows moves and further splits to products that exist, each once', () => {
    const moved = [
      { id: 'mat-ong', to: ['mat-ong-cu', 'dac-san'] },
      { id: 'mat-ong-cu', to: ['mat-ong-rung'] },
      { id: 'dac-san', to: ['mat-ong-rung', 'mat-ong-nha', 'khong-con'] },
    ];
    expect(candidatesAt('mat-ong', moved)).toEqual(['mat-ong-nha', 'mat-ong-rung']);
  });

  it('serves an older address that was renamed before the split', () => {
    const moved = [
      { id: 'ten-cu', to: ['mat-ong'] },
      { id: 'mat-ong', to: ['mat-ong-rung', 'mat-ong-nha'] },
    ];
    expect(candidatesAt('ten-cu', moved)).toEqual(['mat-ong-nha', 'mat-ong-rung']);
  });

  it.each([
    ['a product of its own', 'mat-ong-rung', []],
    ['an address that nothing ever had', 'la', []],
    ['a plain rename', 'ten-cu', [{ id: 'ten-cu', to: ['mat-ong-nha'] }]],
    ['records that move in a circle', 'a', [{ id: 'a', to: ['b', 'c'] }, { id: 'b', to: ['a'] }, { id: 'c', to: ['b'] }]],
  ] as [string, string, MovedRecord[]][])('is nothing for %s', (_, id, moved) => {
    expect(candidatesAt(id, moved)).toBeUndefined();
  });

  it('is never indexed and names alcohol without a price', () => {
    const view = plainView({ products, moved: { products: [{ id: 'cu', to: ['ruou-sim', 'mat-ong-nha'] }], producers: [], decisions: [] } });
    const page = splitPage(view, 'en', 'cu');
    expect(page?.head).toMatchObject({ noindex: true, path: '/en/products/cu/', jsonLd: [] });
    expect(page?.candidates.find(({ alcohol }) => alcohol)?.lowestPrice).toBeUndefined();
  });
});
