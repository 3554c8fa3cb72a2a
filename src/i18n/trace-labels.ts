import type { TraceLanguage } from '../paths.ts';
import ko from './trace-labels-ko.json' with { type: 'json' };
import zh from './trace-labels-zh.json' with { type: 'json' };
import { translator, type TextKey } from './translate.ts';

/** The name of a field or part of a trace page. A key exists when trace-labels-ko.json has it. */
export type TraceLabelKey = keyof typeof ko;

export interface TraceLabel {
  text: string;
  /** Where it is not in the language of the page. */
  lang?: 'ko' | 'zh-Hans';
}

export type TraceLabels = (key: TraceLabelKey) => TraceLabel;

/** Vietnamese and English labels stand with the other texts, under `trace.label.`. */
export function traceLabels(language: TraceLanguage): TraceLabels {
  if (language === 'ko') return (key) => ({ text: ko[key], lang: 'ko' });
  if (language === 'zh') return (key) => ({ text: (zh satisfies Record<TraceLabelKey, string>)[key], lang: 'zh-Hans' });
  const t = translator(language);
  return (key) => ({ text: t(`trace.label.${key}` satisfies TextKey) });
}
