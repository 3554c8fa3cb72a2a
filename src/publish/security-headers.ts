/** One year; the site's subdomains belong to others. */
const HSTS = 'max-age=31536000';

/** For the one page that asks for the camera, by its own `permissions-policy` header. */
export const CAMERA_PERMISSIONS: string = permissions('camera=(self), geolocation=()');

/** For the page that asks, after a tap, where the reader is. */
export const LOCATION_PERMISSIONS: string = permissions('camera=(), geolocation=(self)');

/** Headers of every answer, whatever it is. HSTS only where the site is reached by https. */
export function securityHeaders(siteUrl: string): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': permissions('camera=(), geolocation=()'),
    'cross-origin-opener-policy': 'same-origin',
    ...(siteUrl.startsWith('https:') ? { 'strict-transport-security': HSTS } : {}),
  };
}

/** The common headers for an answer with headers of its own: what a page asks for itself stands. */
export function besides(own: Readonly<Record<string, string>>, common: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const asked = own['permissions-policy'];
  return asked === undefined ? common : { ...common, 'permissions-policy': asked };
}

function permissions(asked: string): string {
  return `${asked}, microphone=(), payment=(), usb=()`;
}
