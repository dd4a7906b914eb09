/** Two circles and the lens they share: the vesica piscis. Each circle goes through the other's centre. */
const shapes =
  '<circle cx="22" cy="20" r="14" fill="none" stroke="currentColor" stroke-width="2.5"/>' +
  '<circle cx="36" cy="20" r="14" fill="none" stroke="currentColor" stroke-width="2.5"/>' +
  '<path d="M29 7.876a14 14 0 0 1 0 24.248a14 14 0 0 1 0-24.248z" fill="#c98300"/>';

export const logoSvg = `<svg class="logo" viewBox="6 4 46 32" width="58" height="40" aria-hidden="true" focusable="false">${shapes}</svg>`;

/** The mark as an address of its own, for the page's icon. */
export const logoAddress = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="6 -3 46 46" color="#0b6468">${shapes}</svg>`,
)}`;
