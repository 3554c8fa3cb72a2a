import { decisionPath, deskPath, homePath, producerPath, productPath } from '../../paths.ts';
import type { AnnexView, ChangeView } from '../../publish/desk-change.ts';
import type { View } from '../../publish/view.ts';
import { formatCount } from '../../i18n/format-number.ts';
import type { Link } from '../place-view.ts';
import { KIND_NAMES, ROW_NAMES, STATE_NAMES, STEP_NAMES } from './change-words.ts';
import { deskContent } from './desk-content.ts';
import { pageLinks } from './desk-changes-page.ts';
import { timeInVietnam } from './vietnam-time.ts';

export interface DeskChangePage {
  change: ChangeView;
  annex?: AnnexView | undefined;
  path: string;
  kind: string;
  stateName: string;
  steps: readonly { what: string; who: string; time: string }[];
  /** One sentence on what is to be done next. */
  lede: string;
  /** Pages of the public site that the change touches. */
  live: readonly Link[];
  counts: readonly { status: keyof typeof ROW_NAMES; name: string; count: string }[];
  pages: ReturnType<typeof pageLinks>;
  /** Where each form of the page goes, by its name. */
  to: (deed: string) => string;
  rest: string;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskChangePage(view: View): DeskChangePage | undefined {
  const change = deskContent(view, 'change')?.change;
  if (change === undefined) return undefined;
  const path = deskPath('thay-doi', change.id);
  return {
    change,
    annex: change.annex,
    path,
    kind: KIND_NAMES[change.kind],
    stateName: STATE_NAMES[change.state],
    steps: change.steps.map(({ what, who, at }) => ({ what: STEP_NAMES[what], who, time: timeInVietnam(at) })),
    lede: ledeOf(change),
    live: change.state === 'written' ? livePages(view, change) : [],
    counts: countsOf(change.annex),
    pages: change.annex === undefined ? [] : pageLinks(path, change.annex),
    to: (deed) => deskPath('thay-doi', change.id, deed),
    rest: `${path}con-lai.csv`,
  };
}

function ledeOf({ state, may, problems, annex, records, publishProblem }: ChangeView): string {
  switch (state) {
    case 'draft':
      if (problems.length > 0) return 'Chưa ghi gì. Xem lỗi bên dưới.';
      if (records.length === 0 && annex !== undefined) {
        return annex.counts.question > 0 ? 'Chưa ghi gì. Trả lời các câu hỏi để phần mềm hiểu tiếp.' : 'Không có gì mới để ghi.';
      }
      return may.alone ? 'Chưa ghi gì. Xem kỹ rồi xác nhận: hồ sơ được ghi và trang xuất bản ngay.' : 'Chưa ghi gì. Xem kỹ rồi gửi cho người duyệt.';
    case 'waiting':
      return may.approve ? 'Đang chờ bạn duyệt. Duyệt thì hồ sơ được ghi và trang xuất bản ngay.' : 'Đang chờ người khác duyệt.';
    case 'written':
      return publishProblem === undefined ? 'Đã ghi và xuất bản. Trang công khai đã đổi theo.' : 'Đã ghi vào hồ sơ, nhưng chưa xuất bản được.';
    case 'undone':
      return 'Đã trả hồ sơ về như trước. Trang công khai đã đổi theo.';
    case 'withdrawn':
      return 'Đã bỏ, không ghi gì.';
    default:
      return 'Đang làm dở. Mở lại trang này sau ít giây.';
  }
}

const COUNTED = ['sound', 'question', 'refused', 'unchanged'] as const;

function countsOf(annex: AnnexView | undefined): DeskChangePage['counts'] {
  if (annex === undefined) return [];
  return COUNTED.map((status) => ({ status, name: ROW_NAMES[status], count: formatCount(annex.counts[status], 'vi') }));
}

const MOST_LINKS = 60;

/** Decisions first, then products, then producers; site settings show on every page. */
function livePages({ catalogue }: View, { records }: ChangeView): Link[] {
  const links = records.flatMap(({ path }): (Link & { order: number })[] => {
    const [, folder, rest = ''] = /^content\/(decisions|products|producers)\/(.+)$/.exec(path) ?? [];
    const id = folder === 'products' ? (rest.split('/')[0] ?? '') : (rest.split('/').at(-1) ?? '').replace(/\.yaml$/, '');
    if (folder === 'decisions') return [{ order: 0, href: decisionPath('vi', id), text: `Quyết định ${catalogue.decision(id)?.number ?? id}` }];
    if (folder === 'products' && rest.endsWith('/product.yaml')) return [{ order: 1, href: productPath('vi', id), text: catalogue.product(id)?.name ?? id }];
    if (folder === 'producers') return [{ order: 2, href: producerPath('vi', id), text: catalogue.producer(id)?.name ?? id }];
    return path === 'content/site.yaml' ? [{ order: 0, href: homePath('vi'), text: 'Trang chủ' }] : [];
  });
  const shown = [...links, ...productsOfDecisions({ catalogue }, links)];
  return [...new Map(shown.map((link) => [link.href, link])).values()].sort((a, b) => a.order - b.order).slice(0, MOST_LINKS).map(({ text, href }) => ({ text, href }));
}

/** A line in a decision changes the page of its product, though the product's own record stays. */
function productsOfDecisions({ catalogue }: Pick<View, 'catalogue'>, links: readonly Link[]): (Link & { order: number })[] {
  return catalogue.decisions
    .filter(({ id }) => links.some(({ href }) => href === decisionPath('vi', id)))
    .flatMap(({ lines }) => lines)
    .map(({ product }) => ({ order: 1, href: productPath('vi', product), text: catalogue.product(product)?.name ?? product }));
}
