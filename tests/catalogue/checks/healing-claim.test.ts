import { describe, expect, it } from 'vitest';
import { healingClaim } from '../../../src/catalogue/checks/healing-claim.ts';
import { fixtureRegister, TODAY, withDecision, withProduct } from './fixture-register.ts';

const { register } = fixtureRegister();
const ofStory = (vi: string) => healingClaim.run(withProduct(register, 'mat-ong-mau', () => ({ story: { vi } })), TODAY);

describe('healing claims', () => {
  it.each([
    ['Mật ong chữa ho.', 'chữa'],
    ['Chữa lành mọi bệnh', 'Chữa'],
    ['CHỮA BỆNH', 'CHỮA'],
    ['hỗ trợ điều trị bệnh', 'điều trị'],
    ['hỗ trợ ĐIỀU  TRỊ', 'ĐIỀU  TRỊ'],
    ['thuốc đặc\u00a0trị', 'đặc\u00a0trị'],
    ['(chữa)', 'chữa'],
    ['chữa cháynắng da', 'chữa'],
  ])('"%s" is one', (text, found) => {
    expect(ofStory(text).map(({ field, severity, message }) => [field, severity, message.includes(`"${found}"`)])).toEqual([['story.vi', 'error', true]]);
  });

  it.each(['Giá trị dinh dưỡng', 'chứa nhiều khoáng', 'Chưa rõ', 'sửa chữa máy ép', 'xe chữa cháy', 'đặc sản', 'điều chỉnh', 'quản trị', 'chữang'])(
    '"%s" is none',
    (text) => {
      expect(ofStory(text)).toEqual([]);
    },
  );

  it('are errors in a pack label, the words of a photograph and an editorial text', () => {
    const changed = withProduct(register, 'mat-ong-mau', ({ packs, photographs }) => ({
      packs: packs.map((pack) => ({ ...pack, label: 'Hũ đặc trị' })),
      photographs: photographs.map((photograph) => ({ ...photograph, alt: { vi: 'Hũ chữa ho' } })),
    }));
    const problems = healingClaim.run({ ...changed, texts: [{ file: 'content/pages/vi/a.md', text: 'Mua về điều trị.' }] }, TODAY);
    expect(problems.map(({ field, severity }) => `${field} ${severity}`)).toEqual([
      'photographs.0.alt.vi error', 'packs.0.label error', 'packs.1.label error', 'text error',
    ]);
  });

  it('in a name or a title that a document gives are only pointed out', () => {
    const named = withProduct(register, 'gao-xuyen-huong', () => ({ name: 'Gạo chữa lành' }));
    const titled = withDecision(named, 'vinh-linh-2023-11-14', () => ({ title: 'Về sản phẩm điều trị' }));
    expect(healingClaim.run(titled, TODAY).map(({ field, severity }) => `${field} ${severity}`)).toEqual(['name warning', 'title warning']);
  });

  it('in the name of a sample, which somebody made up, are errors', () => {
    const problems = healingClaim.run(withProduct(register, 'mat-ong-mau', () => ({ name: 'Mật ong đặc trị' })), TODAY);
    expect(problems.map(({ severity }) => severity)).toEqual(['error']);
  });
});
