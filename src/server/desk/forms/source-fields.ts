import { dayInVietnam } from '../../../domain/calendar-day.ts';
import type { Source } from '../../../domain/source.ts';
import type { FormSection } from '../../../publish/desk-form.ts';
import type { FormValues } from './form-values.ts';

/** Where the facts of a form were read; a record that exists keeps its sources and may get one more. */
export function sourceSection(isNew: boolean, sent?: FormValues): FormSection {
  return {
    legend: isNew ? 'Nguồn' : 'Thêm nguồn',
    hint: isNew ? 'Điền tên văn bản, địa chỉ trang, hoặc cả hai.' : 'Điền khi có văn bản hoặc trang mới cho điều vừa sửa. Nguồn cũ được giữ.',
    fields: [
      { name: 'nguon-ten', label: 'Tên văn bản hoặc trang', kind: 'text', value: sent?.text('nguon-ten') ?? '' },
      { name: 'nguon-trang', label: 'Địa chỉ trang', kind: 'url', value: sent?.text('nguon-trang') ?? '', hint: 'Bắt đầu bằng https://' },
    ],
  };
}

export function sourceFrom(values: FormValues, nowMs: number): Source | undefined {
  const [title, url] = [values.text('nguon-ten'), values.text('nguon-trang')];
  if (title === '' && url === '') return undefined;
  return { ...(title !== '' && { title }), ...(url !== '' && { url }), readOn: dayInVietnam(nowMs) };
}

/** The sources as the record has them, and the new one; undefined when there are none. */
export function withSource(known: unknown, source: Source | undefined): unknown[] | undefined {
  const before = Array.isArray(known) ? known : [];
  const after = source === undefined ? before : [...before, source];
  return after.length === 0 ? undefined : after;
}
