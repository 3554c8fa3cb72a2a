import { each, html, NOTHING, type Html } from './html.ts';
import type { ResultsTexts } from './results-texts.ts';
import type { HelpView, ResultLink } from './results-view.ts';

/** Nothing found is no dead end. */
export function helpHtml({ corrected, without, communes, groups }: HelpView, t: ResultsTexts): Html {
  const suggestion = corrected === undefined ? NOTHING : html`<p class="help-corrected">${t('search.didYouMean')} <a href="${corrected.href}" rel="nofollow"><b>${corrected.text}</b></a>?</p>`;
  return html`<div class="help">${suggestion}${list(t('search.helpWithout'), without)}${list(t('search.helpCommunes'), communes)}${list(t('search.helpGroups'), groups)}<p class="small soft">${t('search.helpSpelling')}</p></div>`;
}

function list(title: string, links: readonly ResultLink[]): Html {
  if (links.length === 0) return NOTHING;
  return html`<div class="help-list"><h3>${title}</h3><ul>${each(links, ({ text, href, note }) => html`<li><a class="chip" href="${href}">${text}${note === undefined ? NOTHING : html` <span class="help-note">${note}</span>`}</a></li>`)}</ul></div>`;
}
