/** The number on the link to the cart is looked after only where something is kept in it, here or since in another tab. */
const look = (): void => {
  if (document.cookie.includes('gio=')) void import('./cart-count.ts');
};

look();
addEventListener('pageshow', look);
addEventListener('storage', look);
