import type { FormSection } from '../../../publish/desk-form.ts';
import { filled, type FormValues } from './form-values.ts';
import type { Fields } from './record-form.ts';

/** Words of the photographs that a product has; new ones come by a form of their own. */
export function photographSections(photographs: readonly Fields[]): FormSection[] {
  return photographs.map((photograph, at) => {
    const alt = (photograph['alt'] ?? {}) as Fields;
    return {
      legend: `Ảnh: ${String(photograph['file'])}`,
      fields: [
        { name: `anh-${at}-loi`, label: 'Lời tả ảnh', kind: 'text', value: String(alt['vi'] ?? '') },
        { name: `anh-${at}-loi-en`, label: 'Lời tả bằng tiếng Anh', kind: 'text', value: String(alt['en'] ?? '') },
        { name: `anh-${at}-nguon`, label: 'Ảnh của ai', kind: 'text', value: String(photograph['credit'] ?? '') },
        { name: `anh-${at}-bo`, label: 'Không dùng ảnh này nữa', kind: 'tick', value: '' },
      ],
    };
  });
}

export function photographsFrom(values: FormValues, known: unknown): Fields[] | undefined {
  const before = (Array.isArray(known) ? known : []) as Fields[];
  const kept = before.flatMap((photograph, at) => {
    if (values.ticked(`anh-${at}-bo`)) return [];
    const alt = filled({ vi: values.text(`anh-${at}-loi`), en: values.text(`anh-${at}-loi-en`) });
    return [{ ...filled({ file: photograph['file'], alt, credit: values.text(`anh-${at}-nguon`) }) }];
  });
  return kept.length === 0 ? undefined : kept;
}
