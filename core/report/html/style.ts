import { figureInk } from "../figure-theme.ts";
import { printStyle } from "./style-print.ts";
import { tableStyle } from "./style-tables.ts";

const sans = '"Helvetica Neue",Arial,"Hiragino Sans","Yu Gothic","Noto Sans CJK JP",sans-serif';
const mono = 'ui-monospace,Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK JP",monospace';

const light = `--paper:#fbfcfb;--sheet:#fff;--ink:#14272a;--quiet:#4c6063;--line:#cfdada;--accent:#0b6468;--wash:#eaf2f1;
--good:#1d6a3c;--doubt:#8a5200;--doubtwash:#fdf3e0;--fail:#a3201d;--failwash:#fdecea`;
const dark = `--paper:#0e1718;--sheet:#132021;--ink:#e4ecea;--quiet:#a3b5b5;--line:#2c4042;--accent:#76cdc9;--wash:#1a2b2c;
--good:#83d39d;--doubt:#f1b858;--doubtwash:#2c2414;--fail:#ff9f95;--failwash:#331d1c`;

const figuresInTheDark = Object.entries({ text: "ink", label: "quiet", grid: "line", axis: "quiet" } as const)
  .map(([name, variable]) => {
    const colour = figureInk[name as keyof typeof figureInk];
    return `.drawing [fill="${colour}"]{fill:var(--${variable})}.drawing [stroke="${colour}"]{stroke:var(--${variable})}`;
  })
  .join("");

const pageStyle = `
*{box-sizing:border-box}
html{font:15px/1.5 ${sans};color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:auto}
body{margin:0 auto;max-width:76rem;padding:0 1.25rem 3rem}
:root:has(#language-ja:checked) [lang=en]:not(label,html){display:none}
:root:not(:has(#language-ja:checked)) [lang=ja]:not(label,html){display:none}
h1,h2,h3{line-height:1.25;overflow-wrap:anywhere;unicode-bidi:isolate}
h1{font-size:1.75rem;font-weight:650;margin:.2rem 0}
h2{font-size:1.25rem;font-weight:650;margin:2.6rem 0 .9rem;padding-bottom:.3rem;border-bottom:2px solid var(--accent)}
p{margin:.5rem 0;max-width:46rem}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:1px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--sheet);padding:.4rem .8rem}
header{display:grid;grid-template-columns:1fr auto;gap:.3rem 1.5rem;align-items:center;padding-top:1.1rem}
.brand{display:flex;align-items:center;gap:.55rem;color:var(--accent);font-weight:650;letter-spacing:.04em;font-size:1.1rem}
.logo{width:2.6rem;height:auto}
.languages{border:0;margin:0;padding:0;display:flex;justify-self:end}
.languages legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.languages input{position:absolute;opacity:0}
.languages label{padding:.25rem .8rem;border:1px solid var(--line);cursor:pointer;font-size:.9rem}
.languages label:first-of-type{border-radius:1rem 0 0 1rem}.languages label:last-of-type{border-radius:0 1rem 1rem 0;border-left:0}
.languages input:checked+label{background:var(--accent);border-color:var(--accent);color:var(--paper)}
.languages input:focus-visible+label{outline:3px solid var(--accent);outline-offset:2px}
.study,nav{grid-column:1/-1}.study{margin-top:1rem}
.question{font-size:1.02rem;color:var(--quiet);overflow-wrap:anywhere}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.5rem 0 0;padding:0;font-size:.92rem}
:target{background:var(--doubtwash);outline:2px solid var(--doubt);outline-offset:-2px}
section:target{background:none;outline:0}
footer{margin-top:3rem;border-top:1px solid var(--line);font-size:.88rem;color:var(--quiet)}
@media (max-width:40rem){html{font-size:14px}body{padding:0 .9rem 2rem}h1{font-size:1.4rem}.drawing svg{max-width:none}}
`;

const blocks = `
h3{font-size:1.02rem;font-weight:650;margin:1.7rem 0 .5rem}
small{font-size:.84rem;color:var(--quiet)}
code{font:.84em/1.4 ${mono};overflow-wrap:anywhere}
strong{font-weight:650}
.tally{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 1rem;padding:0}
.tally li{padding:.3rem .8rem;border:1px solid var(--line);border-left-width:4px;border-radius:3px;background:var(--sheet)}
.tally b{font-size:1.15rem;font-variant-numeric:tabular-nums}
.tally .fail,.entries>.fail{border-left-color:var(--fail)}.tally .doubtful,.entries>.doubtful{border-left-color:var(--doubt)}.tally .good{border-left-color:var(--good)}
.tally .fail b,p.fail{color:var(--fail)}.tally .doubtful b,p.doubtful{color:var(--doubt)}.tally .good b,p.good{color:var(--good)}
.chip{display:inline-block;font-weight:400;padding:0 .45em;border:1px solid var(--line);border-radius:.7em;font-size:.78rem;line-height:1.45;color:var(--quiet);background:var(--sheet);margin:.1rem .15rem .1rem 0;unicode-bidi:isolate;white-space:normal}
.chip.doubtful{color:var(--doubt);border-color:var(--doubt);background:var(--doubtwash)}
.chip.fail{color:var(--fail);border-color:var(--fail);background:var(--failwash)}
.chip.good{color:var(--good);border-color:var(--good)}
.entries{list-style:none;margin:.4rem 0;padding:0}
.entries>li{padding:.45rem .8rem;border-left:4px solid var(--line);margin:.45rem 0;overflow-wrap:anywhere}
details{margin:.6rem 0}
summary{cursor:pointer;color:var(--accent);font-weight:600;padding:.2rem 0}
.unit{color:var(--quiet);font-size:.88em}
figure{margin:1.2rem 0 1.8rem}
.drawing{overflow-x:auto}
.drawing svg{display:block;max-width:100%;height:auto}
figcaption{max-width:46rem;margin-top:.5rem}
`;

/** Colours by custom properties for light and dark, and what turns figures dark. */
export const pageColours = { light, dark, figuresInTheDark } as const;

/** How blocks look, wherever they are printed: it uses the colours' custom properties. */
export const blockStyle = `${blocks}${tableStyle}`;

/** The page's whole style, light and dark by the reader's setting, A4 on paper. */
export const reportStyle = `:root{color-scheme:light dark;${light}}@media screen and (prefers-color-scheme:dark){:root{${dark}}${figuresInTheDark}}${pageStyle}${blockStyle}${printStyle}`;
