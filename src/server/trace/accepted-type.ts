import { LINKSET_TYPE } from '../../trace/linkset/linkset.ts';

/** Whether the linkset is wanted rather than the page. Browsers never name it. */
export function prefersLinkset(accept: string | undefined): boolean {
  if (accept === undefined || !accept.includes('linkset')) return false;
  const linkset = qualityOf(accept, LINKSET_TYPE);
  return linkset > 0 && linkset >= qualityOf(accept, 'text/html');
}

/** Whether a person reads the answer; programs that take anything get JSON. */
export function acceptsHtml(accept: string | undefined): boolean {
  return accept !== undefined && qualityOf(accept, 'text/html') > 0;
}

/** 0 for a type that is not named; wildcards do not name it. */
function qualityOf(accept: string, type: string): number {
  for (const part of accept.toLowerCase().split(',')) {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim());
    if (name !== type) continue;
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return quality === undefined ? 1 : Number(quality.slice(2)) || 0;
  }
  return 0;
}
