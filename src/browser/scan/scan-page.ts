/** Switches on what only works with script; camera and reader are loaded when a reader of the page asks for them. */
const lens = document.querySelector<HTMLElement>('[data-scan]');
const form = document.querySelector<HTMLFormElement>('[data-scan-form]');

if (lens !== null && form !== null) {
  const settings = JSON.parse(lens.dataset['scan'] ?? '{}') as { served: boolean };
  const open = async () => (await import('./scan-lens.ts')).openLens(lens);
  lens.hidden = false;
  lens.querySelector('[data-scan-start]')?.addEventListener('click', async () => void (await (await open()).camera()));
  const file = lens.querySelector<HTMLInputElement>('[data-scan-file]');
  file?.addEventListener('change', async () => {
    const [picture] = file.files ?? [];
    if (picture !== undefined) await (await open()).photograph(picture);
    file.value = '';
  });
  // On a plain file host nobody answers the form.
  if (!settings.served) {
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      await (await open()).typed(form.querySelector('input')?.value ?? '');
    });
  }
}
