import type { APIRoute } from 'astro';
import { dustMapSvg } from '../../media/dust-map.ts';

/** Every commune of the country as a dot, below the maps of all pages. */
export const GET: APIRoute = ({ locals }) =>
  new Response(dustMapSvg(locals.view.catalogue.communes.map((commune) => commune.point)), {
    headers: { 'content-type': 'image/svg+xml' },
  });
