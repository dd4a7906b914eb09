import { expect, test } from "vitest";
import { visibleControls } from "../visible.ts";
import { escapeHtml, html, trusted } from "./template.ts";

test("html escapes what is put in and leaves markup made by html alone", () => {
  const hostile = `<script>alert("x")</script>'&`;
  expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(
    '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;</p>',
  );
  expect(html`<ul>${[html`<li>${"<a>"}</li>`, null, false, trusted("<hr>")]}</ul>`.markup).toBe(
    "<ul><li>&lt;a&gt;</li><hr></ul>",
  );
});

test("an object that only looks like text is not taken for markup", () => {
  const forged = JSON.parse('{"en":"<b>"}') as { en: string };
  expect(html`${forged.en}`.markup).toBe("&lt;b&gt;");
});

test("controls that reorder or hide text are written out", () => {
  expect(escapeHtml("sample\u202Egpj.exe\u2066")).toBe("sample‹U+202E›gpj.exe‹U+2066›");
  expect(visibleControls("a\u0000b\u200bc\ud800d\ufeff")).toBe("a‹U+0000›b‹U+200B›c‹U+D800›d‹U+FEFF›");
});

test("text that people write stays as it is: tabs, line ends, emoji, Japanese, joiners", () => {
  const written = "a\tb\nc 😀 粒子 क्‍ष é";
  expect(visibleControls(written)).toBe(written);
});
