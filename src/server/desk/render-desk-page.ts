import type { Renderer } from '../../publish/renderer.ts';
import type { View } from '../../publish/view.ts';
import type { RenderDeskPage } from './route.ts';

/** What the built app renders, as a web-standard answer. `open` gives the catalogue and today, in Việt Nam. */
export function renderDeskPage(open: () => Promise<{ renderer: Renderer; view: View }>): RenderDeskPage {
  return async (path, desk) => {
    const { renderer, view } = await open();
    const page = await renderer.render(path, { ...view, desk });
    if (page.status !== 200) throw new Error(`${path} rendered with status ${page.status}`);
    return new Response(new Uint8Array(page.body), { headers: { 'content-type': page.type, ...page.headers } });
  };
}
