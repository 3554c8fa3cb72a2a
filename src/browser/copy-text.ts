/** Buttons that copy a field: `data-copy` is the field's id, `data-done` what the button says afterwards. Hidden without this script. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const field = document.querySelector<HTMLTextAreaElement>(`#${button.dataset['copy'] ?? ''}`);
  if (field === null || navigator.clipboard === undefined) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset['done'] ?? button.textContent;
  });
}
