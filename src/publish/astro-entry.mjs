import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });

/** Renders one address with the given {@link import('./view.ts').View}. */
export const render = (request, view) => app.render(request, { locals: { view } });
