/** The search fields of a page load what suggests while one types on their first focus; "/" puts the cursor there. */
const forms = document.querySelectorAll<HTMLFormElement>('form[data-search]');

for (const form of forms) {
  const open = (): void => void import('./combobox.ts').then(({ openCombobox }) => openCombobox(form));
  form.addEventListener('focusin', open, { once: true });
  if (form.contains(document.activeElement)) open();
}

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target instanceof Element && target.closest('input,textarea,select,[contenteditable]')) return;
  const field = forms[0]?.querySelector<HTMLInputElement>('input[type=search]');
  if (field === undefined || field === null) return;
  event.preventDefault();
  field.focus();
  field.select();
});
