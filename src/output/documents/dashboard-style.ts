// The style of the page: for wide and narrow screens, for the keyboard, and for A4 paper.

export const pageStyle = `
:root { color-scheme: light; --ink: #1b1f24; --soft: #4d5661; --rule: #c9ced6; --ground: #f4f5f7;
  --plain: #2b5f9e; --good: #1c6b50; --warn: #b05a00; --bad: #9c1f1f; --quiet: #6a717a; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: #fff; font-size: 16px; line-height: 1.55;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
header, nav, main, footer { max-width: 1200px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.35rem; margin: 2.2rem 0 .6rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 0 0 .2rem; }
p { margin: .3rem 0; }
.mark { display: inline-block; border: 2px solid var(--bad); color: var(--bad); font-weight: 700; padding: 0 .6rem; margin: 0 0 .4rem; }
.sub, .said, .detail, .note { color: var(--soft); }
.said { max-width: 60rem; margin-bottom: .7rem; }
.note { font-size: .875rem; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; background: #fff; padding: .5rem 1rem; z-index: 1; }
a { color: #174a85; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid #174a85; outline-offset: 2px; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: .8rem 0 0; padding: 0; }
nav a { display: inline-block; padding: .25rem 0; }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 10px; margin: 1rem 0 1.4rem; padding: 0; }
.tile { border: 1px solid var(--rule); border-left: 5px solid var(--plain); padding: .5rem .8rem; }
.tile dt { font-size: .875rem; color: var(--soft); }
.tile dd { margin: 0; }
.tile .value { font-size: 1.9rem; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tile .detail { font-size: .8125rem; min-height: 1.3em; }
.tone-good { border-left-color: var(--good); } .tone-warn { border-left-color: var(--warn); }
.tone-bad { border-left-color: var(--bad); } .tone-quiet { border-left-color: var(--quiet); }
.tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(460px, 100%), 1fr)); gap: 18px 28px; }
.figure { margin: 1.4rem 0 2.2rem; }
.pair { display: grid; grid-template-columns: minmax(0, 11fr) minmax(0, 9fr); gap: 10px 32px; align-items: start; }
.pair.alone { grid-template-columns: minmax(0, 1fr); max-width: 640px; }
.wide .pair { grid-template-columns: minmax(0, 1fr); max-width: none; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: 0 0 .3rem; padding: 0; font-size: .875rem; }
.swatch { width: .75em; height: .75em; margin-right: .4em; }
.chart { display: block; width: 100%; height: auto; max-width: 660px; }
.chart text { font-size: 12px; fill: var(--ink); }
.chart .end { font-weight: 600; }
.chart .text-plain { fill: var(--plain); } .chart .text-good { fill: var(--good); } .chart .text-warn { fill: var(--warn); }
.chart .text-bad { fill: var(--bad); } .chart .text-quiet { fill: var(--quiet); }
.chart .tick { fill: var(--soft); font-variant-numeric: tabular-nums; }
.grid { stroke: #dfe3e8; } .axis { stroke: var(--ink); }
.bar { stroke: #fff; stroke-width: .6; }
.fill-plain { fill: var(--plain); } .fill-good { fill: var(--good); } .fill-warn { fill: var(--warn); }
.fill-bad { fill: var(--bad); } .fill-quiet { fill: var(--quiet); }
.line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
.line-plain { stroke: var(--plain); stroke-dasharray: 7 4; } .line-good { stroke: var(--good); stroke-dasharray: 2 3; }
.line-warn { stroke: var(--warn); } .line-bad { stroke: var(--bad); } .line-quiet { stroke: var(--quiet); stroke-dasharray: 1 4; }
.scroll { overflow: auto; max-height: 340px; }
.glance .scroll { max-height: none; } .glance table { width: 100%; }
table { border-collapse: collapse; width: auto; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 700; padding: .15rem 0 .3rem; }
th, td { padding: .28rem .6rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; background: var(--ground); position: sticky; top: 0; vertical-align: bottom; }
.n { text-align: right; white-space: nowrap; } thead .n { white-space: normal; }
tbody th { min-width: 5.5em; overflow-wrap: anywhere; }
.d { white-space: nowrap; }
footer { padding-top: .2rem; padding-bottom: 3rem; color: var(--soft); font-size: .875rem; }
footer p { overflow-wrap: anywhere; }
@media (max-width: 760px) {
  body { font-size: 15px; }
  header, nav, main, footer { padding-left: 14px; padding-right: 14px; }
  h1 { font-size: 1.5rem; }
  .tiles { grid-template-columns: repeat(2, 1fr); }
  .tile .value { font-size: 1.5rem; }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .scroll { max-height: 300px; }
  table { font-size: .8125rem; } th, td { padding: .28rem .3rem; }
}
@page { size: A4 portrait; margin: 13mm 12mm 14mm; }
@media print {
  html, body { font-size: 9.5pt; } body { line-height: 1.35; }
  header, nav, main, footer { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  h1 { font-size: 17pt; } h2 { font-size: 13pt; margin: .6rem 0 .3rem; break-after: avoid; }
  h3 { font-size: 10.5pt; break-after: avoid; } .said { break-after: avoid; margin-bottom: .3rem; }
  .tiles { grid-template-columns: repeat(4, 1fr); gap: 5px; margin: .4rem 0 .7rem; }
  .tile { padding: .2rem .5rem; } .tile .value { font-size: 16pt; }
  .tile dt, .tile .detail { font-size: 8pt; }
  .tables { grid-template-columns: 1fr 1fr; gap: 8px 16px; }
  .tables > div { break-inside: avoid; }
  .glance { break-after: page; }
  .figure { margin: .5rem 0 1rem; }
  .pair { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 4px 14px; }
  .long .pair { grid-template-columns: minmax(0, 1fr); } .long .chart { max-width: 62%; margin: 0 auto; }
  .long.narrow .scroll { columns: 2; column-gap: 18px; } .long table { width: 100%; }
  .wide .chart { max-width: 62%; }
  .figure:not(.long), .drawn, .tile { break-inside: avoid; }
  .scroll { overflow: visible; max-height: none; }
  table { font-size: 8.5pt; } th, td { padding: .5pt 3pt; } thead th { position: static; }
  tr { break-inside: avoid; } thead { display: table-header-group; }
  .fill-plain, .fill-good, .fill-warn, .fill-bad, .fill-quiet, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`;
