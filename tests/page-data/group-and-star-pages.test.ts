import { describe, expect, it } from 'vitest';
import { groupPage } from '../../src/page-data/group-page.ts';
import { groupsPage } from '../../src/page-data/groups-page.ts';
import { starPage } from '../../src/page-data/star-page.ts';
import { starsPage } from '../../src/page-data/stars-page.ts';
import { decision, NO_QUERY, registerView } from './register-view.ts';

const view = registerView({
  products: {
    'a-cu': { group: 'thuc-pham', groupBasis: 'read' },
    'b-moi': { group: 'thuc-pham', groupBasis: 'inferred' },
    'c-mau': { group: 'thuc-pham', groupBasis: 'inferred', sample: true },
    'd-ruou': { group: 'do-uong', groupBasis: 'inferred', alcohol: true },
    'e-khong-nhom': {},
    'f-khong-so-sao': { attestations: [{ id: 'nguon', act: 'recognition', issuer: 'unknown', basis: 'read', sources: [{ title: 'Báo' }] }] },
  },
  decisions: {
    cu: decision('2020-01-14', { 'a-cu': 4 }),
    moi: decision('2024-10-15', { 'b-moi': 4, 'd-ruou': 4, 'e-khong-nhom': 3 }),
    mau: decision('2025-03-10', { 'c-mau': 4 }, { sample: true }),
  },
});
const ids = (products: readonly { id: string }[] | undefined) => products?.map(({ id }) => id);

describe('group pages', () => {
  it('count neither alcohol nor practice data, and say how many have no group', () => {
    const page = groupsPage(view, 'vi');
    expect(page.groups.map(({ countText, held }) => [countText, held])).toEqual([['2 sản phẩm', '1 còn hiệu lực'], ['0 sản phẩm', '0 còn hiệu lực']]);
    expect(page.unknown).toBe('2 sản phẩm');
  });

  it('list a group with held stars first, practice data last', () => {
    expect(ids(groupPage(view, 'vi', 'thuc-pham', NO_QUERY)?.products)).toEqual(['b-moi', 'a-cu', 'c-mau']);
    expect(ids(groupPage(view, 'vi', 'do-uong', NO_QUERY)?.products)).toEqual([]);
  });

  it('say how many are in the group by the rule table alone', () => expect(groupPage(view, 'vi', 'thuc-pham', NO_QUERY)?.derived).toBe(1));

  it('are undefined for an unknown group', () => expect(groupPage(view, 'vi', 'ruou', NO_QUERY)).toBeUndefined());
});

describe('star pages', () => {
  it('list goods by the star of the certificate that counts today, expired ones after held ones, no alcohol', () => {
    expect(ids(starPage(view, 'vi', '4', NO_QUERY)?.products)).toEqual(['b-moi', 'a-cu', 'c-mau']);
    expect(starPage(view, 'vi', '4', NO_QUERY)).toMatchObject({ countText: '2 sản phẩm', held: 1 });
  });

  it('give the score of each star, and how many goods have a star without a number', () => {
    const page = starsPage(view, 'vi');
    expect(page.stars.map(({ star, rule }) => [star, rule])).toEqual([
      [5, 'Từ 90 điểm trên 100'],
      [4, 'Từ 70 đến dưới 90 điểm trên 100'],
      [3, 'Từ 50 đến dưới 70 điểm trên 100'],
    ]);
    expect(page.unknown).toBe('1 sản phẩm');
  });

  it.each(['2', '6', '4.0', '04', 'sao', ''])('are undefined for "%s"', (text) => expect(starPage(view, 'vi', text, NO_QUERY)).toBeUndefined());
});
