import type { IsoDate } from '../domain/calendar-day.ts';
import { statusOn } from '../domain/certificate-status.ts';
import type { KeptWords, PackRow } from '../domain/pack-table.ts';
import { formatDate } from '../i18n/format-date.ts';
import { statusWords } from '../i18n/status-words.ts';
import type { Language } from '../paths.ts';
import type { KeptRow } from './kept-tables.ts';

/** The small page about a pack of which only its row in the table is kept: name, star and status on `today`, no more. */
export function keptRowPage({ row, keptOn, words }: KeptRow, language: Language, today: IsoDate): string {
  const said = words[language];
  const title = row?.name ?? said.title;
  const lines = row === undefined ? [paragraph('', said.unknown)] : [...linesOf(row, said, language, today), paragraph('soft', said.online)];
  const day = formatDate(keptOn, language);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><p class="as">${escapeHtml(said.as.replace('{day}', day))}</p><h1>${escapeHtml(title)}</h1>${lines.join('')}<p><a href="">${escapeHtml(said.retry)}</a></p></main></body></html>`;
}

function linesOf({ stars, term, sample }: PackRow, said: KeptWords, language: Language, today: IsoDate): string[] {
  const notice = sample === true ? [paragraph('sample', said.sample)] : [];
  if (term === undefined) return [...notice, paragraph('', said.none)];
  const now = statusOn(term, today);
  const { sentence } = statusWords(now, term, today, language);
  const star = stars === undefined ? said.noStars : said.stars.replace('{stars}', String(stars));
  return [...notice, `<div class="star ${now.status}"><p class="stars">${'★'.repeat(stars ?? 0)}</p><p><b>${escapeHtml(star)}</b></p><p>${escapeHtml(sentence)}</p></div>`];
}

function paragraph(kind: string, text: string): string {
  return `<p${kind === '' ? '' : ` class="${kind}"`}>${escapeHtml(text)}</p>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The tokens of the site, as far as one card needs them. */
export const STYLE =
  ':root{color-scheme:light dark;--paper:#fbf8f1;--ink:#22281f;--soft:#5c6355;--line:#d9d2c1;--green:#1e6b3a;--clay:#8c3b1f}' +
  '@media(prefers-color-scheme:dark){:root{--paper:#0f1712;--ink:#ece8dc;--soft:#a9b0a0;--line:#33403a;--green:#7fcf9a;--clay:#f0a386}}' +
  'body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif}main{max-width:34rem;margin:0 auto;padding:1.25rem 1rem 3rem}' +
  'h1{font-size:1.6rem;line-height:1.2;margin:.25rem 0 1rem}.as{color:var(--soft);margin:0}.soft{color:var(--soft)}.sample{border:1px dashed var(--line);padding:.5rem .75rem}' +
  '.star{border:1px solid var(--line);border-left:6px solid var(--clay);padding:.75rem 1rem}.star p{margin:.15rem 0}.valid,.expiring{border-left-color:var(--green)}.stars{color:var(--clay);letter-spacing:.15em}.valid .stars,.expiring .stars{color:var(--green)}' +
  'a{display:inline-block;min-height:44px;line-height:44px;color:var(--green)}';
