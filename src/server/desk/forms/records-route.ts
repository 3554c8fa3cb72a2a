import { deskPath } from '../../../paths.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded } from '../guard.ts';
import { exactly, type Route } from '../route.ts';
import { searchOf } from './revoke-form.ts';

/** `/quan-ly/ho-so/`: finds a product or producer to be edited. */
export function recordsRoute(parts: DeskParts): Route {
  return {
    method: 'GET',
    pattern: exactly(deskPath('ho-so')),
    handle: guarded(parts, 'editor', ({ request, show }) => show(deskPath('ho-so'), { kind: 'records', only: 'all', search: searchOf(request) })),
  };
}
