import { describe, expect, it } from 'vitest';
import { guidePage } from '../../src/page-data/guide-page.ts';
import { plainView } from './plain-view.ts';

const vi = guidePage(plainView(), 'vi');

describe('the worked example of the guide', () => {
  it('holds through 14/11/2026 and has expired one day later', () => {
    expect(vi.moments.map(({ day, time, shown }) => [time ?? '', day, shown.now.status])).toEqual([
      ['', '14/05/2025', 'valid'],
      ['23:59', '14/11/2026', 'expiring'],
      ['00:00', '15/11/2026', 'expired'],
    ]);
    expect(vi.moments[2]?.shown.words.sentence).toBe('Sao OCOP hết hiệu lực từ 15/11/2026.');
  });

  it('is never computed again for the day of viewing', () => {
    const shown = [...vi.moments, ...vi.statuses].map((part) => part.shown);
    for (const { now, attributes } of shown) expect(attributes).toEqual({ 'data-status': now.status });
  });
});

describe('the five statuses of the guide', () => {
  it('are shown each with its own words', () => {
    expect(vi.statuses.map(({ shown }) => shown.now.status)).toEqual(['valid', 'expiring', 'expired', 'revoked', 'unconfirmed']);
    expect(vi.statuses.map(({ shown }) => shown.words.pill)).toEqual(['đến 14/11/2026', 'còn 1 tháng 9 ngày', 'hết từ 15/11/2026', 'bị thu hồi', 'chưa xác nhận']);
  });
});

describe('the rules in the guide', () => {
  it('start three, four and five stars at 50, 70 and 90 points', () => {
    expect(vi.levels.map(({ stars, score }) => [stars, score])).toEqual([[3, 50], [4, 70], [5, 90]]);
  });

  it('say who grants: the district only under Decision 148, the centre always five stars', () => {
    expect(vi.grants.map(({ rule, by }) => [rule, ...by])).toEqual([
      [undefined, 'tỉnh', 'tỉnh', 'trung ương'],
      ['Quyết định 148/QĐ-TTg', 'huyện', 'tỉnh', 'trung ương'],
      ['Quyết định 1489/QĐ-TTg', 'tỉnh', 'tỉnh', 'trung ương'],
    ]);
  });
});

describe('reporting a mistake', () => {
  it('has no address while no office is configured', () => {
    expect(vi.office).toBeUndefined();
  });

  it('goes to the office of content/site.yaml', () => {
    const office = { name: 'Văn phòng thử', phone: '0200 000 000' };
    expect(guidePage(plainView({ site: { name: { vi: 'Thử', en: 'Test' }, office } }), 'en').office).toEqual(office);
  });
});
