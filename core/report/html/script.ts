/**
 * What the page does with scripts on: tells the browser the language shown, unfolds the way to an anchor, unfolds
 * everything for printing. Without it reading, switching and printing work too.
 */
export const pageScript = `
"use strict";
const page = document.documentElement;
document.querySelectorAll("input[name=language]").forEach((choice) => {
  const apply = () => { if (choice.checked) page.lang = choice.value; };
  choice.addEventListener("change", apply);
  apply();
});
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", reveal);
if (location.hash) reveal();
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open], .folded)")];
  folded.forEach((box) => { box.open = true; });
});
addEventListener("afterprint", () => folded.forEach((box) => { box.open = false; }));
`;

/** SHA-256 of `pageScript` in base64, for the page's content security policy; a test holds the two together. */
export const pageScriptHash = "sha256-3j6DPALYrpIWqWVO+jNIsobSJ0tkZPvAtqrRl/CVmDU=";
