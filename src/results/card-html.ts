import { drawingPath, type Language } from '../paths.ts';
import { each, html, NOTHING, attributes, type Html } from './html.ts';
import type { MarkedPart } from './marked-parts.ts';
import type { ResultCard } from './result-card.ts';
import type { ResultsTexts } from './results-texts.ts';
import type { ShownCard } from './results-view.ts';

/** The same card as src/components/ProductCard.astro, with what was looked for standing out. */
export function cardHtml({ card, name, producer, place, km, status }: ShownCard, t: ResultsTexts, language: Language): Html {
  const vietnamese = language === 'vi' ? NOTHING : html` lang="vi"`;
  return html`<li class="card">${card.photograph === undefined ? drawing(card.drawing, t) : photograph(card.photograph)}<div class="card-body">${statusRow(status, card, t)}<h3><a href="${card.href}">${marked(name)}</a></h3>${
    card.originalName === undefined ? NOTHING : html`<p class="small soft" lang="vi">${card.originalName}</p>`
  }<p class="small soft"${vietnamese}>${producer.length > 0 ? marked(producer) : unknown(t('product.producer'), t)}</p><p class="small soft">${place.length > 0 ? marked(place) : unknown(t('product.place'), t)}${
    km === undefined ? NOTHING : html`<span class="result-km"> · ${km}</span>`
  }</p>${foot(card, t)}</div></li>`;
}

/** What was found, in the words of the record. */
export function marked(parts: readonly MarkedPart[]): Html {
  return each(parts, ({ text, found }) => (found ? html`<mark>${text}</mark>` : html`${text}`));
}

function statusRow(status: ShownCard['status'], { term }: ResultCard, t: ResultsTexts): Html {
  if (status === undefined) return html`<p class="status-row" data-status="unconfirmed"><span class="stars-unknown unknown">${t('stars.unknown')}</span><span class="pill">${t('status.unconfirmed')}</span></p>`;
  const basis = term?.isInferred === true ? html`<span class="basis">${t('basis.inferred')}</span>` : NOTHING;
  return html`<p class="status-row"${attributes(status.attributes)}>${stars(status.stars, t)}<span class="pill" data-word="pill">${status.pill}</span>${basis}</p>`;
}

const STAR = 'M10 1.8l2.5 5.3 5.8.7-4.3 4 1.1 5.7L10 14.7l-5.1 2.8L6 11.8l-4.3-4 5.8-.7z';
const SIZE = 18;

function stars(count: number | undefined, t: ResultsTexts): Html {
  if (count === undefined) return html`<span class="stars-unknown unknown">${t('stars.unknown')}</span>`;
  const width = count * 22 - 2;
  const paths = each(Array.from({ length: count }, (_, place) => place), (place) => html`<path d="${STAR}" transform="translate(${place * 22})"/>`);
  return html`<svg class="stars" role="img" aria-label="${t('stars.count', { count })}" width="${(width * SIZE) / 20}" height="${SIZE}" viewBox="0 0 ${width} 20">${paths}<path class="strike" d="M0 10.4H${width}"/></svg>`;
}

function drawing(id: string, t: ResultsTexts): Html {
  return html`<figure class="drawing"><img src="${drawingPath(id)}" alt="" width="800" height="600" loading="lazy" decoding="async"><figcaption>${t('noPhotograph')}</figcaption></figure>`;
}

const SIZES = '(max-width: 559px) 34vw, 280px';

function photograph({ sources, src, srcset, width, height }: NonNullable<ResultCard['photograph']>): Html {
  return html`<figure class="drawing photograph"><picture>${each(sources, (source) => html`<source type="${source.type}" srcset="${source.srcset}" sizes="${SIZES}">`)}<img src="${src}" srcset="${srcset}" sizes="${SIZES}" alt="" width="${width}" height="${height}" loading="lazy" decoding="async"></picture></figure>`;
}

function unknown(label: string, t: ResultsTexts): Html {
  return html`<span class="unknown">${label}: ${t('unknown')}</span>`;
}

function foot({ price, sample, alcohol }: ResultCard, t: ResultsTexts): Html {
  if (price === undefined && !sample && !alcohol) return NOTHING;
  return html`<p class="card-foot">${price === undefined ? NOTHING : html`<b>${price}</b> `}${alcohol ? html`<span class="small soft">${t('search.alcoholCard')}</span> ` : NOTHING}${sample ? html`<span class="badge">${t('sample.badge')}</span>` : NOTHING}</p>`;
}
