import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { deskPath } from '../../../paths.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedForm, type Visit } from '../guard.ts';
import type { Route } from '../route.ts';
import { filled, formValues, type FormValues } from './form-values.ts';
import { lotForm, lotPattern, LOT_ORDER, withLot, type OpenedLot } from './lot-record.ts';
import { inLotWords } from './lot-words.ts';
import { changedRecord, OPENED_WITH, proposeRecord, showForm, type Fields } from './record-form.ts';

/** `/quan-ly/ho-so/san-pham/<id>/lo/<code>/thu-hoi/`: the banner on a lot's page, and its end. */
export function lotRecallRoutes(parts: DeskParts): Route[] {
  const pattern = lotPattern('thu-hoi/');
  return [
    { method: 'GET', pattern, handle: guarded(parts, 'editor', (visit) => withLot(parts, visit, (lot) => showRecall(parts, visit, lot))) },
    { method: 'POST', pattern, handle: guardedForm(parts, 'editor', (visit, form) => withLot(parts, visit, (lot) => take(parts, visit, lot, formValues(form)))) },
  ];
}

async function take(parts: DeskParts, visit: Visit, lot: OpenedLot, values: FormValues): Promise<Response> {
  const ends = values.ticked('bo');
  const recall = ends ? undefined : recallFrom(values);
  const again = (problems: readonly string[]): Promise<Response> => showRecall(parts, visit, lot, { recall: recall ?? {}, ends, openedWith: values.text(OPENED_WITH), problems });
  if (!ends && recall === undefined) return again(['Chưa điền gì: hãy ghi ngày, lý do và việc người mua cần làm.']);
  const title = `${ends ? 'Bỏ thu hồi' : 'Thu hồi'} lô ${lot.code}: ${lot.product.record.name}`;
  const result = await proposeRecord(parts, visit, values.text(OPENED_WITH), { kind: 'lot', title, record: changedRecord(lot.opened, { recall }, LOT_ORDER) });
  return result instanceof Response ? result : again(result.problems.map((problem) => inLotWords(problem, lot.opened.fields)));
}

function recallFrom(values: FormValues): Fields | undefined {
  return filled({
    on: values.text('ngay'),
    reason: filled({ vi: values.long('ly-do'), en: values.long('ly-do-en') }),
    whatToDo: filled({ vi: values.long('lam-gi'), en: values.long('lam-gi-en') }),
  });
}

interface Sent {
  recall: Fields;
  ends: boolean;
  openedWith: string;
  problems: readonly string[];
}

function showRecall({ now }: DeskParts, visit: Visit, { product, code, opened }: OpenedLot, sent?: Sent): Promise<Response> {
  const known = opened.fields['recall'] as Fields | undefined;
  const recall = sent?.recall ?? known ?? { on: dayInVietnam(now()) };
  const inner = (key: string, language: string): string => String((recall[key] as Fields | undefined)?.[language] ?? '');
  return showForm(
    visit,
    {
      title: `Thu hồi lô ${code}: ${product.record.name}`,
      lede: 'Trang của lô sẽ hiện lời thu hồi ở trên cùng, ai quét mã cũng thấy. Sao OCOP của sản phẩm không đổi.',
      action: lotForm(product.id, code, 'thu-hoi'),
      back: { text: `Lô ${code}`, href: lotForm(product.id, code) },
      sections: [
        {
          legend: 'Thu hồi',
          fields: [
            { name: 'ngay', label: 'Từ ngày', kind: 'date', value: String(recall['on'] ?? '') },
            { name: 'ly-do', label: 'Lý do', kind: 'long', value: inner('reason', 'vi'), hint: 'Một hai câu, ai cũng hiểu' },
            { name: 'ly-do-en', label: 'Lý do, tiếng Anh', kind: 'long', value: inner('reason', 'en') },
            { name: 'lam-gi', label: 'Người đã mua cần làm gì', kind: 'long', value: inner('whatToDo', 'vi'), hint: 'Ví dụ: ngừng dùng, mang lại nơi mua để đổi hoặc nhận lại tiền' },
            { name: 'lam-gi-en', label: 'Cần làm gì, tiếng Anh', kind: 'long', value: inner('whatToDo', 'en') },
            ...(known === undefined ? [] : [{ name: 'bo', label: 'Bỏ thu hồi: lô này được lưu thông trở lại', kind: 'tick', value: sent?.ends === true ? 'on' : '' } as const]),
            { name: OPENED_WITH, label: '', kind: 'hidden', value: sent?.openedWith ?? opened.digest },
          ],
        },
      ],
      submit: 'Xem lại thay đổi',
      problems: sent?.problems ?? [],
    },
    deskPath('ho-so'),
  );
}
