import { linksetPath, TRACE_LANGUAGES } from '../paths.ts';
import { LINKSET_TYPE } from '../trace/linkset/linkset.ts';
import type { HeaderSet } from './manifest.ts';
import type { View } from './view.ts';

/** What every trace page says to machines: where its links are, that scripts of other sites may read it, and that `Accept` counts. */
export function traceHeaders({ path }: { path: string }, { siteUrl }: Pick<View, 'siteUrl'>): HeaderSet {
  const packPath = path.replace(LANGUAGE, '');
  return { link: `<${siteUrl}${linksetPath(packPath)}>; rel="linkset"; type="${LINKSET_TYPE}"`, 'access-control-allow-origin': '*', vary: 'accept' };
}

/** Where tracePagePath puts the other languages. */
const LANGUAGE = new RegExp(`^/(?:${TRACE_LANGUAGES.join('|')})(?=/)`);
