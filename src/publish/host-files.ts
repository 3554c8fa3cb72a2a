import { mergePolicies } from './content-security-policy.ts';
import type { Manifest } from './manifest.ts';
import { securityHeaders } from './security-headers.ts';

/** `_headers` as Netlify and Cloudflare Pages read it: few rules, because hosts allow no more than a hundred. */
export function hostHeaders(manifest: Manifest): string {
  const pages = [...manifest.entries.values()].filter((entry) => entry.type.startsWith('text/html'));
  const policies = new Set(pages.map((entry) => entry.headers['content-security-policy'] ?? ''));
  return [
    rule('/*', { ...securityHeaders(manifest.siteUrl), 'content-security-policy': mergePolicies([...policies]) }),
    rule('/assets/*', { 'cache-control': 'public, max-age=31536000, immutable' }),
    rule('/data/*', { 'access-control-allow-origin': '*' }),
  ].join('\n');
}

/** `_redirects` as Netlify and Cloudflare Pages read it. */
export function hostRedirects(manifest: Manifest): string {
  return [...manifest.redirects].map(([from, to]) => `${from} ${to} 301\n`).join('');
}

function rule(pattern: string, headers: Readonly<Record<string, string>>): string {
  return `${pattern}\n${Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
}
