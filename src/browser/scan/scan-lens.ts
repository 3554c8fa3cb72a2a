import { bestScanned, type ScannedCode } from '../../domain/scanned-code.ts';
import { troubleWords, type ScanTrouble } from '../../i18n/scan-words.ts';
import type { Language } from '../../paths.ts';
import { openCamera, type Camera } from './camera.ts';
import { openReader } from './open-reader.ts';
import { readPhotograph } from './photograph.ts';
import { answerScanned } from './answer-scanned.ts';

export interface ScanSettings {
  /** Of this site, with its port. */
  host: string;
  language: Language;
  /** The page's own path and the name of its parameter, where the server answers. */
  action: string;
  parameter: string;
  served: boolean;
}

export interface Lens {
  camera(): Promise<void>;
  photograph(picture: Blob): Promise<void>;
  typed(text: string): Promise<void>;
}

let opened: Lens | undefined;

/** One lens a page. */
export function openLens(root: HTMLElement): Lens {
  return (opened ??= lensOf(root));
}

function lensOf(root: HTMLElement): Lens {
  const settings = JSON.parse(root.dataset['scan'] ?? '{}') as ScanSettings;
  const part = <T extends Element>(name: string): T => root.querySelector(`[data-scan-${name}]`) as T;
  const say = (trouble: ScanTrouble): void => void (part('said').textContent = troubleWords(trouble, settings.language));
  let camera: Camera | undefined;

  const show = (running: boolean): void => {
    part<HTMLElement>('video').hidden = part<HTMLElement>('stop').hidden = !running;
    part<HTMLElement>('start').hidden = running;
    part<HTMLElement>('idle').toggleAttribute('hidden', running);
    part('frame').classList.toggle('live', running);
  };
  const stop = (): void => {
    camera?.stop();
    camera = undefined;
    show(false);
    part('said').textContent = '';
  };
  const answer = async (code: ScannedCode): Promise<void> => {
    stop();
    if (code.kind === 'pack' || code.kind === 'gtin') say('found');
    await answerScanned(code, settings, root);
  };

  part('stop').addEventListener('click', stop);
  document.addEventListener('visibilitychange', () => document.hidden && stop());
  window.addEventListener('pagehide', stop);

  return {
    async camera() {
      say('opening');
      const reader = await openReader().catch(() => undefined);
      if (reader === undefined) return say('no-reader');
      const found = await openCamera(part<HTMLVideoElement>('video'));
      if (typeof found === 'string') return say(found);
      camera = found;
      show(true);
      say('looking');
      for (;;) {
        const texts = await reader.read(part<HTMLVideoElement>('video')).catch(() => []);
        if (camera !== found) return;
        const code = bestScanned(texts, settings.host);
        if (code.kind !== 'nothing') return answer(code);
        await found.nextPicture();
      }
    },
    async photograph(picture) {
      stop();
      say('reading');
      const texts = await readPhotograph(picture);
      if (typeof texts === 'string') return say(texts);
      const code = bestScanned(texts, settings.host);
      if (code.kind === 'nothing') return say('no-code');
      await answer(code);
    },
    typed: (text) => answer(bestScanned([text], settings.host)),
  };
}
