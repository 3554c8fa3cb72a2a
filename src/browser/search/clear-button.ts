/** Puts a button that empties the field into its box; it shows while there is something to empty (search-field.css). */
export function addClearButton(input: HTMLInputElement, label: string, onClear: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'search-clear';
  button.ariaLabel = label;
  button.innerHTML = '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18"/></svg>';
  input.after(button);
  button.addEventListener('click', () => {
    input.value = '';
    input.focus();
    onClear();
  });
}
