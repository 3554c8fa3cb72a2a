import { randomBytes } from 'node:crypto';
import { dayInVietnam } from '../../domain/calendar-day.ts';
import { producerAnswerPath } from '../../paths.ts';
import { MOST_LOT_PHOTO_BYTES, type ProducerFormView, type ProducerRefusal } from '../../publish/producer-form-view.ts';
import { recordsOnDisk } from '../desk/changes/records-on-disk.ts';
import { FewAtOnce } from '../desk/few-at-once.ts';
import { plainAnswer, privateAnswer, seeOther } from '../desk/private-answer.ts';
import { readForm } from '../desk/read-form.ts';
import { readUpload } from '../desk/read-upload.ts';
import type { WebDoor } from '../http/web-door.ts';
import { dropPhotograph, keepPhotograph } from '../reports/kept-photographs.ts';
import { sentPhotograph } from '../reports/report-photograph.ts';
import { mayVisit } from '../reports/visit-limit.ts';
import { LOT_FIELDS, lotSections, type LotFaults, type LotValues } from './lot-fields.ts';
import { findLotLink, type LotLink } from './lot-link.ts';
import { lotProduct, type LotProduct } from './lot-product.ts';
import { sentOver, sentWith } from './lot-sendings.ts';
import { proposeLot, type ProposeParts } from './propose-lot.ts';
import { lotFrom, readLotValues } from './read-lot.ts';
import { suggestedCode } from './suggested-code.ts';

export interface LotDoorParts extends ProposeParts {
  render(path: string, form: ProducerFormView): Promise<Response>;
}

/** A day of one link. */
const MOST_SENDINGS = 60;
const MARGIN = 128 * 1024;
const BODIES_AT_ONCE = 12;
const PHOTOGRAPHS_AT_ONCE = 2;
const PHOTOGRAPHS_WAITING = 8;

const STATUSES: Readonly<Record<ProducerRefusal, number>> = { unknown: 404, ended: 410, revoked: 410, 'no-pack': 409, 'too-many': 429, 'too-large': 413, unreadable: 400, busy: 503, fault: 500 };

/**
 * `/chu-the-tra-loi/<token>/`: the token alone opens it, so there is nothing that another site's page could borrow. It
 * must not leave: no address of it is logged or sent along, and nothing is cached.
 */
export function lotDoor(parts: LotDoorParts): WebDoor {
  const works = { bodies: new FewAtOnce(BODIES_AT_ONCE, 0), photographs: new FewAtOnce(PHOTOGRAPHS_AT_ONCE, PHOTOGRAPHS_WAITING) };
  return {
    takes: (path) => tokenOf(path) !== undefined,
    async answer(request) {
      try {
        return secret(await answer(parts, works, request));
      } catch (error) {
        parts.onError(error, 'the form for producers');
        return secret(await refuse(parts, 'fault').catch(() => plainAnswer(500, 'Máy chủ gặp lỗi. Xin thử lại sau.')));
      }
    },
  };
}

function tokenOf(path: string): string | undefined {
  const before = producerAnswerPath();
  return path.startsWith(before) && path.length > before.length ? path.slice(before.length).replace(/\/$/, '') : undefined;
}

function secret(response: Response): Response {
  const closed = privateAnswer(response);
  closed.headers.set('referrer-policy', 'no-referrer');
  return closed;
}

async function refuse(parts: LotDoorParts, reason: ProducerRefusal): Promise<Response> {
  const page = await parts.render(producerAnswerPath(), { step: 'closed', reason });
  return new Response(page.body, { status: STATUSES[reason], headers: page.headers });
}

interface Works {
  bodies: FewAtOnce;
  photographs: FewAtOnce;
}

async function answer(parts: LotDoorParts, works: Works, request: Request): Promise<Response> {
  const { db, now, contentDir, cacheFile } = parts;
  const url = new URL(request.url);
  const token = tokenOf(url.pathname) ?? '';
  const link = await findLotLink(db, token);
  const closed = link === undefined ? 'unknown' : closedWhy(link, now());
  if (link === undefined || closed !== undefined) return refuse(parts, closed ?? 'unknown');
  const product = lotProduct(recordsOnDisk(contentDir, cacheFile).register, link.productId, link.producerId);
  if (product === undefined) return refuse(parts, 'revoked');
  if (product.packs.length === 0) return refuse(parts, 'no-pack');
  if (request.method === 'POST') return take(parts, works, { link, product, token }, request);
  if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405, 'Địa chỉ này không nhận yêu cầu như vậy.', { allow: 'GET, HEAD, POST' });
  const sent = url.searchParams.get('da-gui') ?? undefined;
  return show(parts, { link, product, token }, { values: await freshValues(parts, product), ...(sent !== undefined && { justSent: sent }) });
}

function closedWhy({ endsAt, revokedAt }: LotLink, nowMs: number): ProducerRefusal | undefined {
  if (revokedAt !== undefined) return 'revoked';
  return nowMs >= endsAt ? 'ended' : undefined;
}

interface Visit {
  link: LotLink;
  product: LotProduct;
  token: string;
}

async function take(parts: LotDoorParts, works: Works, visit: Visit, request: Request): Promise<Response> {
  const { db, now } = parts;
  const { link, product, token } = visit;
  if (!(await mayVisit(db, `lot-link:${dayInVietnam(now())}:${link.id}`, MOST_SENDINGS, now()))) return refuse(parts, 'too-many');
  const read = await works.bodies.run(async () => ({ form: await bodyOf(request) }));
  if (read === undefined) return refuse(parts, 'busy');
  const { form } = read;
  if (form === undefined || form === 'too-large') return refuse(parts, form ?? 'unreadable');

  const values = readLotValues(form);
  const isKnown = await sentWith(db, link.id, values.formKey);
  if (isKnown !== undefined) return seeOther(sentPath(token, isKnown));
  const photograph = await sentPhotograph({ db, works: works.photographs, language: 'vi' }, { form, field: LOT_FIELDS.photograph, key: values.photographKey || undefined }, now());
  if (photograph === 'busy') return refuse(parts, 'busy');
  const bytes = 'bytes' in photograph ? photograph.bytes : undefined;
  const { declaration, faults } = lotFrom(values, product);
  if ('refusal' in photograph) faults.photograph = photograph.refusal;
  if (bytes !== undefined && values.allowed !== 'on') faults.allowed = 'Chỉ đăng ảnh khi được phép: xin đánh dấu, hoặc bỏ ảnh.';
  if (!/^[\w-]{16,64}$/.test(values.formKey)) return refuse(parts, 'unreadable');

  const again = async (more: { faults: LotFaults; problems: readonly string[] }): Promise<Response> => {
    const kept = 'isNew' in photograph && photograph.isNew && bytes !== undefined ? await keepPhotograph(db, bytes, now()) : bytes && values.photographKey;
    const page = await show(parts, visit, { values: { ...values, photographKey: kept ?? '' }, ...more });
    return new Response(page.body, { status: 422, headers: page.headers });
  };
  if (Object.keys(faults).length > 0) return again({ faults, problems: [] });
  const alt = values.alt || `Lô ${declaration.code} của ${product.name}`;
  const result = await proposeLot(parts, link, product, { ...declaration, formKey: values.formKey, ...(bytes !== undefined && { photograph: { bytes, alt } }) });
  if (!('code' in result)) return again(result);
  if (values.photographKey !== '') await dropPhotograph(db, values.photographKey);
  return seeOther(sentPath(token, result.code));
}

function sentPath(token: string, code: string): string {
  return `${producerAnswerPath(token)}?da-gui=${encodeURIComponent(code)}`;
}

async function bodyOf(request: Request): Promise<FormData | URLSearchParams | 'too-large' | undefined> {
  const isUpload = /^multipart\/form-data/i.test(request.headers.get('content-type') ?? '');
  return isUpload ? readUpload(request, MOST_LOT_PHOTO_BYTES + MARGIN) : readForm(request, MARGIN);
}

async function freshValues(parts: LotDoorParts, { id, packs }: LotProduct): Promise<LotValues> {
  const empty = Object.fromEntries(Object.keys(LOT_FIELDS).map((field) => [field, ''])) as Record<keyof LotValues, string>;
  return { ...empty, sku: packs[0]?.sku ?? '', code: await suggestedCode(parts, id), formKey: randomBytes(18).toString('base64url') };
}

interface Shown {
  values: LotValues;
  faults?: LotFaults;
  problems?: readonly string[];
  justSent?: string;
}

async function show({ db, render }: LotDoorParts, { link, product }: Visit, { values, faults = {}, problems = [], justSent }: Shown): Promise<Response> {
  const sent = await sentOver(db, link.id);
  return render(producerAnswerPath(), {
    step: 'form',
    product: product.name,
    producer: product.producer,
    until: dayInVietnam(link.endsAt),
    sections: lotSections({ packs: product.packs, values, faults }),
    problems,
    faults: Object.keys(faults).length + problems.length,
    sent,
    ...(sent.some(({ code }) => code === justSent) && justSent !== undefined && { justSent }),
  });
}
