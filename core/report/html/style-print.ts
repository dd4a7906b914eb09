/** A4: everything unfolded, rows whole, heads repeated, nothing cut off at the right. */
export const printStyle = `
@page{size:A4;margin:14mm 13mm 16mm}
@media print{
html{font-size:9.5pt;background:#fff}body{max-width:none;padding:0}
.languages,.skip,nav{display:none}
h2,h3,caption,summary{break-after:avoid}
h2{margin-top:1.6rem}
tr,figure,.entries>li,.tally{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
table{width:100%;font-size:7.6pt;background:none}
th,td{padding:.2rem .35rem;max-width:none}tbody th{min-width:6.2rem;position:static;background:none}
.wide{font-size:6.6pt}.wide th,.wide td{padding:.15rem .2rem}.wide tbody th{min-width:4rem}.wide small,.wide .chip{font-size:6pt}
caption{white-space:normal}
a{color:inherit;text-decoration:none}
details:not(.folded)::details-content{content-visibility:visible;block-size:auto}
:target{background:none;outline:0}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
