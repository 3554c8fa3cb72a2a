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
  let isSent = false;
  form.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  // After going back the form may be sent again; its hidden key keeps that one order.
  addEventListener('pageshow', () => (isSent = false));
  if (matchMedia('(max-width: 899px)').matches) document.querySelector('.checkout-goods details')?.removeAttribute('open');
}
