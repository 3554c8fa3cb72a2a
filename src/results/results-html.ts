import { cardHtml } from './card-html.ts';
import { facetsHtml, SEARCH_FORM_ID } from './facets-html.ts';
import { helpHtml } from './help-html.ts';
import { attribute, each, html, NOTHING, type Html } from './html.ts';
import { later } from './later-parts.ts';
import type { ResultsTexts } from './results-texts.ts';
import type { ChipView, ResultsView } from './results-view.ts';

/** What the first screen of a phone shows of them. What stands above them and comes later has its room kept (search.css). */
const FIRST_CARDS = 1;

/** The region of the page that every search changes; the same in the server and in the browser. */
export function resultsHtml(view: ResultsView, t: ResultsTexts): string {
  const { cards, partialFrom, language } = view;
  const whole = cards.slice(0, partialFrom ?? cards.length);
  const partial = partialFrom === undefined ? [] : cards.slice(partialFrom);
  const found = whole.length === 0 ? NOTHING : html`<ul class="grid results-grid">${each(whole.slice(0, FIRST_CARDS), (card) => cardHtml(card, t, language))}${later(each(whole.slice(FIRST_CARDS), (card) => cardHtml(card, t, language)))}</ul>`;
  const near = partial.length === 0 ? NOTHING : html`<section class="results-partial"><h3>${t('search.partial')}</h3><p class="small soft">${t('search.partialText')}</p><ul class="grid results-grid">${each(partial, (card) => cardHtml(card, t, language))}</ul></section>`;
  const hidden = each(view.form.hidden, ({ name, value }) => html`<input type="hidden" name="${name}" value="${value}" form="${SEARCH_FORM_ID}">`);
  return html`${hidden}<div class="results-head"><h2 id="ket-qua">${view.title}</h2>${reach(view)}${readAs(view, t)}${each(view.notices, (notice) => html`<p class="problem">${notice}</p>`)}${question(view)}${chips(view, t)}${alcohol(view)}</div><div class="results-body"${attribute('data-live-count', view.live)}${attribute('data-means-alcohol', view.meansAlcohol)}>${side(view, t)}<section class="results-main" aria-labelledby="ket-qua">${sortHtml(view, t)}${view.help === undefined ? NOTHING : helpHtml(view.help, t)}${found}${later(html`${near}${pager(view, t)}`)}</section></div>`.text;
}

function side(view: ResultsView, t: ResultsTexts): Html {
  const facets = facetsHtml(view, t);
  return facets === NOTHING ? NOTHING : html`<div class="results-side">${later(facets)}</div>`;
}

/** One line while the rest comes and after it has come, so that nothing moves. */
function reach({ reach }: ResultsView): Html {
  if (reach === undefined) return NOTHING;
  const { kind, text, loadAll } = reach;
  if (loadAll === undefined) return html`<p class="small soft reach" data-reach="${kind}">${text}</p>`;
  return html`<p class="note reach" data-reach="${kind}">${text} <button class="button quiet" type="button" data-load-all>${loadAll}</button></p>`;
}

function alcohol({ alcoholNote: note }: ResultsView): Html {
  if (note === undefined) return NOTHING;
  return html`<p class="note alcohol-note">${note.text}${note.link === undefined ? NOTHING : html` <a href="${note.link.href}">${note.link.text}</a>`}</p>`;
}

function readAs({ readAs }: ResultsView, t: ResultsTexts): Html {
  return readAs === undefined ? NOTHING : html`<p class="read-as">${t('search.readAs')} <b>${readAs.shown}</b> <span class="soft">(${t('search.typed', { text: readAs.typed })})</span></p>`;
}

function question({ question }: ResultsView): Html {
  if (question === undefined) return NOTHING;
  return html`<div class="place-question" role="group" aria-labelledby="noi-nao"><p id="noi-nao"><b>${question.title}</b></p><ul>${each(question.choices, ({ text, href }) => html`<li><a class="button quiet" href="${href}" rel="nofollow">${text}</a></li>`)}</ul></div>`;
}

function chips({ understood, chosen, clear }: ResultsView, t: ResultsTexts): Html {
  const row = (label: string, list: readonly ChipView[], kind: string, last: Html): Html =>
    list.length === 0 ? NOTHING : html`<div class="chips ${kind}"><span class="small soft">${label}</span><ul>${each(list, ({ text, without }) => html`<li><a class="chip" href="${without}" rel="nofollow" aria-label="${t('filter.remove', { what: text })}">${text} <span aria-hidden="true">×</span></a></li>`)}</ul>${last}</div>`;
  const all = clear === undefined || chosen.length < 2 ? NOTHING : html`<a class="tap small" href="${clear}" rel="nofollow">${t('filter.clear')}</a>`;
  return html`${row(t('search.understood'), understood, 'chips-understood', NOTHING)}${row(t('search.chosen'), chosen, 'chips-chosen', all)}`;
}

function sortHtml({ form, nearNote, cards }: ResultsView, t: ResultsTexts): Html {
  if (cards.length === 0) return NOTHING;
  const note = nearNote === undefined ? NOTHING : html`<p class="small soft near-note">${nearNote}</p>`;
  const sort = html`<label><span>${t('search.sort')}</span> <select name="${form.names.sort}" form="${SEARCH_FORM_ID}" data-commit>${each(form.sorts, ({ value, text, selected }) => html`<option value="${value}"${attribute('selected', selected)}>${text}</option>`)}</select></label><button class="button quiet" type="submit" form="${SEARCH_FORM_ID}" data-without-script>${t('search.sortButton')}</button>`;
  return html`<div class="results-sort">${later(sort)}</div>${note}`;
}

function pager({ pager: { page, pages, previous, next } }: ResultsView, t: ResultsTexts): Html {
  if (pages < 2) return NOTHING;
  const link = (href: string | undefined, rel: string, text: string): Html => (href === undefined ? NOTHING : html`<a class="button quiet" rel="${rel} nofollow" href="${href}">${text}</a>`);
  return html`<nav class="pager" aria-label="${t('pager.label')}">${link(previous, 'prev', `← ${t('pager.previous')}`)}<span class="soft">${t('pager.of', { page, pages })}</span>${link(next, 'next', `${t('pager.next')} →`)}</nav>`;
}

