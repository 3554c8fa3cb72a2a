import { expect, test } from 'vitest';
import ko from '../../src/i18n/trace-labels-ko.json' with { type: 'json' };
import zh from '../../src/i18n/trace-labels-zh.json' with { type: 'json' };
import { traceLabels, type TraceLabelKey } from '../../src/i18n/trace-labels.ts';
import { onDay } from '../../src/i18n/on-day.ts';
import { formatKilograms } from '../../src/i18n/format-number.ts';

const KEYS = Object.keys(ko) as TraceLabelKey[];

test('every label stands in all four languages, in the letters of each', () => {
  expect(Object.keys(zh)).toEqual(KEYS);
  for (const key of KEYS) {
    for (const language of ['vi', 'en'] as const) expect(traceLabels(language)(key).text, key).not.toMatch(/[\u3000-\u9fff\uac00-\ud7af]/);
    if (key === 'gtin') continue;
    expect(ko[key]).toMatch(/[\uac00-\ud7af]/);
    expect(zh[key]).toMatch(/[\u4e00-\u9fff]/);
    expect(zh[key]).not.toMatch(/[\uac00-\ud7af]/);
  }
});

test('days within a sentence, as precise as they are known', () => {
  expect(['2026-11-02', '2024-07', '2023'].map((date) => onDay(date, 'vi'))).toEqual(['ngày 02/11/2026', 'tháng 7/2024', 'năm 2023']);
  expect(['2026-11-02', '2024-07', '2023'].map((date) => onDay(date, 'en'))).toEqual(['on 2 November 2026', 'in July 2024', 'in 2023']);
});

test('kilograms as a scale shows them', () => {
  expect([120, 12.5, 1250, 0.125, 3149.9996].map((kg) => formatKilograms(kg, 'vi'))).toEqual(['120\u00a0kg', '12,5\u00a0kg', '1.250\u00a0kg', '0,125\u00a0kg', '3.150\u00a0kg']);
  expect(formatKilograms(1250.5, 'en')).toBe('1,250.5\u00a0kg');
});
