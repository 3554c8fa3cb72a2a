/** The form that places an order: communes and costs follow the choices, typed words outlive a look at the cart, one tap is one order. */
const DRAFT = 'dat-hang';
const checkoutForm = document.querySelector<HTMLFormElement>('#dat-hang');
let asked = 0;

/** Asks the server for the page with these choices and takes over what hangs on them. */
async function refresh(form: HTMLFormElement): Promise<void> {
  const turn = (asked += 1);
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  fields.set('buoc', 'xem');
  const answer = await fetch(form.action, { method: 'POST', body: fields }).catch(() => undefined);
  if (!answer?.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-part]')) {
    const next = page.querySelector(`[data-part="${part.getAttribute('data-part')}"]`);
    if (next !== null && !part.contains(document.activeElement)) part.replaceWith(next);
  }
}

let isSent = false;

/** Faults come back into this page, so that going back later never asks to send a form again. Where that fails the browser sends it. */
async function send(form: HTMLFormElement): Promise<void> {
  if (isSent) return;
  isSent = true;
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  try {
    const answer = await fetch(form.action, { method: 'POST', body: fields });
    if (answer.redirected) return location.assign(answer.url);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector<HTMLFormElement>('#dat-hang');
    if (next === null) return form.submit();
    form.replaceChildren(...next.childNodes);
    document.querySelector('.checkout-goods')?.replaceWith(page.querySelector('.checkout-goods') ?? '');
    form.querySelector<HTMLElement>('#loi, .agreed')?.focus();
    form.querySelector('#loi, .agreed')?.scrollIntoView({ block: 'start' });
  } catch {
    form.submit();
  } finally {
    isSent = false;
  }
}

function keep(form: HTMLFormElement): void {
  const kept = [...new FormData(form)].filter(([name]) => !['khoa', 'tong', 'trang-web'].includes(name));
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(kept));
  } catch {
    // Without storage the form is simply empty after a look at the cart.
  }
}

/** Fills an untouched form with what was typed in this tab before. */
function restore(form: HTMLFormElement): void {
  const kept = JSON.parse(sessionStorage.getItem(DRAFT) ?? '[]') as [string, string][];
  let changed = false;
  for (const [name, value] of kept) {
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(`[name="${name}"]`)) {
      if (field instanceof HTMLInputElement && /radio|checkbox/.test(field.type)) field.checked = field.value === value || field.checked;
      else if (field.value === '') field.value = value;
      changed = true;
    }
  }
  if (changed) void refresh(form).then(() => kept.forEach(([name, value]) => name === 'xa' && choose(form, value)));
}

function choose(form: HTMLFormElement, commune: string): void {
  const field = form.querySelector<HTMLSelectElement>('select[name=xa]');
  if (field !== null && field.value === '') field.value = commune;
}

if (checkoutForm !== null) {
  const form = checkoutForm;
  const faults = document.querySelector<HTMLElement>('#loi');
  if (faults === null) {
    try {
      restore(form);
    } catch {
      // A draft that cannot be read is none.
    }
  } else faults.focus();
  form.addEventListener('input', () => keep(form));
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLElement && event.target.dataset['refresh'] !== undefined) void refresh(form);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
  if (matchMedia('(max-width: 899px)').matches) document.querySelector('.checkout-goods details')?.removeAttribute('open');
}
