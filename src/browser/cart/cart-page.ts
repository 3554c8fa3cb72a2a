/** The cart without reloading: forms are sent as they are, and the page that comes back takes the place of this one. */
import { showCount, tellTabs } from './cart-count.ts';

const root = document.querySelector<HTMLElement>('#gio');
let asked = 0;

async function show(address: string, body?: URLSearchParams): Promise<void> {
  if (root === null) return;
  const turn = (asked += 1);
  root.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, body === undefined ? {} : { method: 'POST', body });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('#gio');
    // Somebody may have tapped again meanwhile: the last answer counts.
    if (turn !== asked) return;
    if (next === null) return void location.reload();
    const focused = document.activeElement?.id;
    root.replaceChildren(...next.childNodes);
    for (const part of ['.shop-head']) document.querySelector(part)?.replaceWith(page.querySelector(part) ?? '');
    if (focused) document.getElementById(focused)?.focus();
    if (body === undefined) showCount();
    else tellTabs();
  } catch {
    location.reload();
  } finally {
    root.removeAttribute('aria-busy');
  }
}

function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const fields = new URLSearchParams([...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]));
  void show(form.action, fields);
}

root?.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  send(event.target, event.submitter);
});
root?.addEventListener('change', (event) => {
  const field = event.target;
  if (!(field instanceof HTMLSelectElement) && !(field instanceof HTMLInputElement && field.type === 'number')) return;
  field.form?.requestSubmit();
});
addEventListener('storage', ({ key }) => {
  if (key === 'gio') void show(location.pathname);
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void show(location.pathname);
});
