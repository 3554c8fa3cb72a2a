import { addDays } from '../../domain/calendar-day.ts';
import type { FeedContext } from './feed-context.ts';

/** RFC 9116 wants an end less than a year ahead. */
const VALID_DAYS = 180;

/**
 * RFC 9116. The contact is the office's e-mail or telephone from content/site.yaml, else the site's guide:
 * the field is required, and an invented address would be worse than a page that says who runs the site.
 */
export function securityTxt({ catalogue, asOf, siteUrl }: Pick<FeedContext, 'catalogue' | 'asOf' | 'siteUrl'>): string {
  const { office } = catalogue.site;
  const contacts = [
    ...(office?.email === undefined ? [] : [`mailto:${office.email}`]),
    ...(office?.phone === undefined ? [] : [`tel:${office.phone.replace(/[^\d+]/g, '')}`]),
  ];
  return [
    ...(contacts.length > 0 ? contacts : [`${siteUrl}/huong-dan/`]).map((contact) => `Contact: ${contact}`),
    `Expires: ${addDays(asOf, VALID_DAYS)}T00:00:00Z`,
    'Preferred-Languages: vi, en',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
