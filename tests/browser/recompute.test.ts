import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recompute } from '../../src/browser/recompute.ts';
import { addDays, addMonths, type IsoDate } from '../../src/domain/calendar-day.ts';
import type { Certificate } from '../../src/domain/certificate.ts';
import { statusWords } from '../../src/i18n/status-words.ts';
import { certificateView } from '../../src/page-data/certificate-view.ts';
import { MadeElement, madeStatus, shownBy } from './made-page.ts';

const certificate = (term: Partial<Certificate>): Certificate => ({
  id: 'nuoc-mam--2023',
  productId: 'nuoc-mam',
  stars: 4,
  grantedBy: 'recognition',
  basis: 'read',
  sources: [],
  sample: false,
  ...term,
});
const granted = certificate({ grantedOn: '2023-11-14', validUntil: '2026-11-14' });

/** The page made on one day after a reader opened it on another. */
function opened(shown: Certificate, madeOn: IsoDate, today: IsoDate, language: 'vi' | 'en' = 'vi'): MadeElement {
  const element = madeStatus(certificateView(shown, madeOn, language));
  recompute(new MadeElement({}, '', [element]), today, statusWords);
  return element;
}

const textOf = (element: MadeElement, word: string): string | null | undefined =>
  element.querySelectorAll('[data-word]').find((part) => part.getAttribute('data-word') === word)?.textContent;

describe('a page made before the last valid day', () => {
  it('still says on the last day that the star holds', () => {
    const element = opened(granted, '2026-10-01', '2026-11-14');
    expect(element.getAttribute('data-status')).toBe('expiring');
    expect(textOf(element, 'sentence')).toBe('Còn hiệu lực đến hết ngày 14/11/2026.');
    expect(textOf(element, 'remaining')).toBe('hôm nay là ngày cuối');
  });

  it('says on the next day that the star has expired, and leaves no time to count', () => {
    const element = opened(granted, '2026-10-01', '2026-11-15');
    expect(element.getAttribute('data-status')).toBe('expired');
    expect(textOf(element, 'state')).toBe('hết hiệu lực');
    expect(textOf(element, 'pill')).toBe('hết từ 15/11/2026');
    expect(textOf(element, 'sentence')).toBe('Sao OCOP hết hiệu lực từ 15/11/2026.');
    expect(textOf(element, 'remaining')).toBe('');
  });

  it('moves the mark on the bar to today', () => {
    const element = opened(granted, '2023-11-14', '2026-11-14');
    expect(element.querySelectorAll('[data-elapsed]').map((bar) => bar.getAttribute('width'))).toEqual(['100%']);
    expect(element.querySelectorAll('[data-mark]').map((mark) => mark.getAttribute('x'))).toEqual(['100%']);
  });

  it('speaks the language of the page', () => {
    expect(textOf(opened(granted, '2026-10-01', '2026-11-14', 'en'), 'remaining')).toBe('last day today');
  });
});

describe('what the script leaves alone', () => {
  it('is a page made today', () => {
    const element = madeStatus(certificateView(granted, '2026-11-15', 'vi'));
    const [word] = element.querySelectorAll('[data-word]');
    (word as MadeElement).textContent = 'untouched';
    recompute(new MadeElement({}, '', [element]), '2026-11-15', statusWords);
    expect(word?.textContent).toBe('untouched');
  });

  it('is an example that carries a status and no day', () => {
    const example = new MadeElement({ 'data-status': 'valid' }, '', [new MadeElement({ 'data-word': 'pill' }, 'đến 14/11/2026')]);
    recompute(new MadeElement({}, '', [example]), '2030-01-01', statusWords);
    expect(example.getAttribute('data-status')).toBe('valid');
    expect(example.children[0]?.textContent).toBe('đến 14/11/2026');
  });
});

describe('the "as of" day of the page', () => {
  it.each([
    ['vi', '05/12/2026'],
    ['en', '5 December 2026'],
  ])('is today in %s', (language, text) => {
    const footer = new MadeElement({ 'data-today': language }, '');
    recompute(new MadeElement({}, '', [footer]), '2026-12-05', statusWords);
    expect(footer.textContent).toBe(text);
  });
});

describe('any page', () => {
  const day = fc.integer({ min: 18_000, max: 23_000 }).map((number) => addDays('1970-01-01', number));
  const maybe = fc.option(day, { nil: undefined });
  const term = fc.oneof(
    day.chain((grantedOn) => fc.record({ grantedOn: fc.constant(grantedOn), validUntil: fc.constant(addMonths(grantedOn, 36)), lapsedBy: maybe, revokedOn: maybe, replacedOn: maybe })),
    fc.record({ heldAtMostUntil: maybe, lapsedBy: maybe, revokedOn: maybe, replacedOn: maybe }),
  );

  it('opened on a day reads as a page made on that day', () => {
    fc.assert(
      fc.property(term, day, day, fc.constantFrom('vi' as const, 'en' as const), (random, madeOn, today, language) => {
        const shown = certificate(random);
        const freshly = madeStatus(certificateView(shown, today, language));
        expect(shownBy(opened(shown, madeOn, today, language))).toEqual(shownBy(freshly));
      }),
    );
  });
});
