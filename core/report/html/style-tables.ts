/** Tables scroll inside their own box and keep their first column in view. */
export const tableStyle = `
.scroll{position:relative;overflow-x:auto;margin:.6rem 0;max-width:100%}
table{border-collapse:collapse;font-size:.9rem;background:var(--sheet)}
caption{text-align:left;font-size:.9rem;font-weight:600;padding:.2rem 0 .35rem;white-space:nowrap}
h2+.scroll caption,details>.scroll caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.32rem .65rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);unicode-bidi:isolate}
thead th{font-weight:600;color:var(--quiet);border-bottom:2px solid var(--line);background:var(--wash);vertical-align:bottom}
thead th[scope=colgroup]{border-bottom-width:1px;border-left:1px solid var(--line);color:var(--ink)}
thead td{background:var(--wash)}
tbody th{font-weight:500;min-width:9rem;max-width:20rem;overflow-wrap:anywhere}
tbody .band{font-weight:650;max-width:none;background:var(--wash)}tbody:has(.band) .chip{white-space:nowrap}
.wide{font-size:.82rem}.wide th,.wide td{padding:.3rem .45rem}.wide tbody th{min-width:6rem}.wide small,.wide .chip{font-size:.74rem}.wide td small .n{white-space:normal}
td{max-width:28rem;overflow-wrap:break-word}
.num{text-align:right;font-variant-numeric:tabular-nums}
td>div+div:has(>div){margin-top:.6rem}
.num .chip{max-width:12rem}thead .chip{max-width:10rem}
.n{white-space:nowrap;font-variant-numeric:tabular-nums}
td a.n{color:inherit;text-decoration-color:var(--accent);text-decoration-style:dotted}
td a.n:hover{color:var(--accent)}
td small .n{color:var(--quiet)}
@media screen{.large #samples>.part,.large .entries>li{content-visibility:auto;contain-intrinsic-size:auto 16rem}.large .entries>li{contain-intrinsic-size:auto 5rem}tbody th{position:sticky;left:0;background:var(--sheet)}}
@media (max-width:40rem){tbody th{max-width:9rem;min-width:7.6rem}td:not(.num){min-width:7rem}}
`;
