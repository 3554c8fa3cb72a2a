import type { Renderer } from '../../publish/renderer.ts';
import type { View } from '../../publish/view.ts';
import type { RenderDeskPage } from './route.ts';

/** Gives the catalogue and today, in Việt Nam, and what renders them. */
export type OpenView = () => Promise<{ renderer: Renderer; view: View }>;

/** What the built app renders, as a web-standard answer. */
export function renderDeskPage(open: OpenView): RenderDeskPage {
  return renderFor(open, (desk) => ({ desk }));
}

/** Renders pages that are made for one visitor; `more` puts what only this visitor sees into the view. */
export function renderFor<Shown>(open: OpenView, more: (shown: Shown) => Partial<View>): (path: string, shown: Shown) => Promise<Response> {
  return async (path, shown) => {
    const { renderer, view } = await open();
    const page = await renderer.render(path, { ...view, ...more(shown) });
    if (page.status !== 200) throw new Error(`${path} rendered with status ${page.status}`);
    return new Response(new Uint8Array(page.body), { headers: { 'content-type': page.type, ...page.headers } });
  };
}
