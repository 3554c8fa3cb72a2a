import { keysPath, statusListProofPath } from '../paths.ts';
import { LINKSET_TYPE } from '../trace/linkset/linkset.ts';
import { mergePolicies } from './content-security-policy.ts';
import { CREDENTIAL_MEDIA_TYPE } from './feeds/certificate-proof.ts';
import type { Manifest } from './manifest.ts';
import { securityHeaders } from './security-headers.ts';

/** `_headers` as Netlify and Cloudflare Pages read it: few rules, because hosts allow no more than a hundred. */
export function hostHeaders(manifest: Manifest): string {
  const pages = [...manifest.entries.values()].filter((entry) => entry.type.startsWith('text/html'));
  const policies = new Set(pages.map((entry) => entry.headers['content-security-policy'] ?? ''));
  return [
    rule('/*', { ...securityHeaders(manifest.siteUrl), 'content-security-policy': mergePolicies([...policies]) }),
    // Hosts join the values of several rules; of one permission said twice the last counts (RFC 8941, section 3.2).
    ...[...manifest.entries].flatMap(([path, { headers }]) => {
      const asked = headers['permissions-policy'];
      return asked === undefined ? [] : [rule(path, { 'permissions-policy': asked })];
    }),
    rule('/assets/*', { 'cache-control': 'public, max-age=31536000, immutable' }),
    rule('/data/*', { 'access-control-allow-origin': '*' }),
    rule('/data/linksets/*', { 'content-type': LINKSET_TYPE }),
    rule('/data/epcis/*', { 'content-type': 'application/ld+json' }),
    ...['/data/proof/*', statusListProofPath].map((signed) => rule(signed, { 'content-type': CREDENTIAL_MEDIA_TYPE })),
    rule(keysPath, { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300, must-revalidate' }),
    ...['/01/*', '/t/*'].map((pages) => rule(pages, { 'access-control-allow-origin': '*' })),
  ].join('\n');
}

/** `_redirects` as Netlify and Cloudflare Pages read it. */
export function hostRedirects(manifest: Manifest): string {
  return [...manifest.redirects].map(([from, to]) => `${from} ${to} 301\n`).join('');
}

function rule(pattern: string, headers: Readonly<Record<string, string>>): string {
  return `${pattern}\n${Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
}
