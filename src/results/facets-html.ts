import { attribute, each, html, NOTHING, type Html } from './html.ts';
import type { ResultsTexts } from './results-texts.ts';
import type { FacetValueView, FacetView, ResultsView } from './results-view.ts';

/** The form below; what stands outside of it belongs to it all the same. */
export const SEARCH_FORM_ID = 'tim-form';

/** Everything that narrows a search. Values are links, so that one tap is enough without script. */
export function facetsHtml(view: ResultsView, t: ResultsTexts): Html {
  const { facets, form, conditionCount } = view;
  if (facets.length === 0 && conditionCount === 0) return NOTHING;
  const open = conditionCount > 0 ? html` <span class="facet-count">${conditionCount}</span>` : NOTHING;
  return html`<details class="facets" data-facets><summary>${t('search.filters')}${open}</summary><div class="facets-body">${each(facets, (facet) => facetHtml(facet, t))}<div class="facet"><p class="facet-title">${t('search.facet.on')}</p><label class="facet-on"><span class="visually-hidden">${t('filter.on')}</span><input type="date" name="${form.names.on}" value="${form.on}" form="${SEARCH_FORM_ID}" data-commit></label><p class="small soft">${t('filter.onHint')}</p></div>${where(view, t)}<button class="button quiet" type="submit" form="${SEARCH_FORM_ID}" data-without-script>${t('filter.apply')}</button></div></details>`;
}

/** Where to: a tap that asks the browser, and a list that asks nobody, side by side. */
function where({ form }: ResultsView, t: ResultsTexts): Html {
  return html`<div class="facet"><p class="facet-title" id="gan-day">${t('search.near')}</p><button class="button quiet near-me" type="button" data-near="${form.nearAddress}" hidden><svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 2v4M12 18v4M2 12h4M18 12h4"/><circle cx="12" cy="12" r="6"/></svg>${t('search.nearMe')}</button><p class="small near-said" data-near-said role="status"></p><label class="facet-on"><span>${t('search.nearProvince')}</span><select name="${form.names.near}" form="${SEARCH_FORM_ID}" data-commit>${each(form.places, ({ value, text, selected }) => html`<option value="${value}"${attribute('selected', selected)}>${text}</option>`)}</select></label></div>`;
}

function facetHtml({ field, title, values, shown, searchable, note }: FacetView, t: ResultsTexts): Html {
  const id = `loc-${field}`;
  const [first, rest] = [values.slice(0, shown), values.slice(shown)];
  const finder = searchable ? html`<label class="facet-find" hidden data-facet-find><span class="visually-hidden">${t('search.facetFind', { what: title })}</span><input type="search" autocomplete="off" placeholder="${t('search.facetFind', { what: title })}"></label><p class="small soft" data-facet-none hidden>${t('search.facetNone')}</p>` : NOTHING;
  const more = rest.length === 0 ? NOTHING : html`<details class="facet-more"><summary>${t('search.facetMore', { count: rest.length })}</summary><ul>${each(rest, valueHtml)}</ul></details>`;
  return html`<div class="facet" data-facet="${field}" role="group" aria-labelledby="${id}"><p class="facet-title" id="${id}">${title}</p>${finder}<ul>${each(first, valueHtml)}</ul>${more}${note === undefined ? NOTHING : html`<p class="small soft">${note}</p>`}</div>`;
}

function valueHtml({ text, countText, href, on }: FacetValueView): Html {
  return html`<li><a class="facet-value" href="${href}" rel="nofollow"${attribute('aria-current', on ? 'true' : undefined)}><span class="facet-box" aria-hidden="true"></span><span class="facet-text">${text}</span> <span class="facet-number">${countText}</span></a></li>`;
}
