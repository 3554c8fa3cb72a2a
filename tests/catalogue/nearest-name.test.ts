import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/catalogue/nearest-name.ts';

const KNOWN = ['phan-khac-dat-cam-my', 'phu-sang', 'phu-tan', 'htx-huong-linh', 'thuc-pham'];

describe('nearest name', () => {
  it.each([
    ['phan-khac-dat', 'phan-khac-dat-cam-my'],
    ['phan-khac-dat-cam-my-ha-tinh', 'phan-khac-dat-cam-my'],
    ['phu-sanh', 'phu-sang'],
    ['thuc-phan', 'thuc-pham'],
    ['huong-linh', 'htx-huong-linh'],
  ])('%s was meant for %s', (name, meant) => {
    expect(nearestName(name, KNOWN)).toBe(meant);
  });

  it.each(['zzz', 'gao-xuyen-huong', 'p', ''])('%s was meant for none of them', (name) => {
    expect(nearestName(name, KNOWN)).toBeUndefined();
  });

  it('of two as near is the first of the alphabet, whatever their order', () => {
    expect(nearestName('phu-xan', ['phu-tan', 'phu-lan'])).toBe('phu-lan');
    expect(nearestName('phu-xan', ['phu-lan', 'phu-tan'])).toBe('phu-lan');
  });

  it('of two as near is the likelier one, where that is known', () => {
    const times: Record<string, number> = { 'phu-lan': 1, 'phu-tan': 9, 'phu-xang': 1 };
    for (const known of [['phu-lan', 'phu-tan'], ['phu-tan', 'phu-lan']]) expect(nearestName('phu-xan', known, (a, b) => (times[b] ?? 0) - (times[a] ?? 0))).toBe('phu-tan');
  });
});
