import { tellTabs } from './cart-count.ts';

/** Says beside each pack what is there now; where nobody answers, nothing is said. */
export async function showStock(box: HTMLElement): Promise<void> {
  const answer = await fetch(box.dataset['buy'] ?? '').catch(() => undefined);
  if (!answer?.ok) return;
  const { left } = (await answer.json()) as { left: Record<string, number> };
  for (const pack of box.querySelectorAll<HTMLElement>('[data-sku]')) {
    const count = left[pack.dataset['sku'] ?? ''];
    const place = pack.querySelector('[data-stock]');
    if (count === undefined || place === null) continue;
    pack.toggleAttribute('data-out', count === 0);
    place.textContent = (count === 0 ? box.dataset['soldOut'] : box.dataset['left'])?.replace('{left}', String(count)) ?? '';
  }
}

/** Puts goods in and says so; a form that cannot be sent this way is sent by the browser. */
export async function putIn(box: HTMLElement, form: HTMLFormElement): Promise<void> {
  const place = box.querySelector<HTMLElement>('[data-answer]');
  const button = form.querySelector<HTMLButtonElement>('[type=submit]');
  if (place === null || button === null || button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { accept: 'application/json' } });
    const { text, isProblem, cart } = (await answer.json()) as { text: string; isProblem: boolean; cart: string };
    place.replaceChildren(text);
    place.toggleAttribute('data-problem', isProblem);
    if (!isProblem) {
      const link = Object.assign(document.createElement('a'), { href: cart, textContent: box.dataset['cartName'] ?? '' });
      place.append(' ', link);
    }
    tellTabs();
  } catch {
    place.textContent = box.dataset['failed'] ?? '';
  } finally {
    button.removeAttribute('aria-disabled');
  }
}
