/** The page's style: light and dark, wide and narrow, on paper; text has a contrast of 4.5 and more on its ground. */
export const style = `
:root{--ground:#f6f7f9;--paper:#fff;--text:#171c22;--quiet:#525c68;--line:#d9dee4;--good:#1d7a55;--good-text:#12603f;--bad:#c23b2e;--bad-text:#a32a1f;
--open:#c58a1b;--open-text:#7d5200;--plain:#66778c;--plain-text:#46566a;--link:#0b5cad;--ink:rgb(255 255 255/.45);
--b1:#f0b429;--b2:#8a63d2;--b3:#2f7fd1;--b4:#1f9e9e;--shade:.09;--gutter:17rem}
@media (prefers-color-scheme:dark){:root{--ground:#0e1217;--paper:#161b22;--text:#e7ecf2;--quiet:#a3afbd;--line:#2d3641;--good:#2f9e72;--good-text:#6bd3a5;
--bad:#d9574a;--bad-text:#ff9a8f;--open:#d19a2e;--open-text:#f0c674;--plain:#74869c;--plain-text:#b3c0d0;--link:#79b8ff;--ink:rgb(14 18 23/.5);--shade:.14}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main{max-width:76rem;margin:0 auto;padding:1.5rem clamp(1rem,3vw,2.5rem) 4rem}
h1{font-size:clamp(1.7rem,4.2vw,2.7rem);line-height:1.15;letter-spacing:-.02em;margin:.3rem 0 .6rem;text-wrap:balance}
h2{font-size:1.3rem;letter-spacing:-.01em;margin:0 0 .8rem}
p{margin:.5rem 0;max-width:72ch}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
code{font:.88em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
header,section{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1.5rem clamp(1rem,2.5vw,2rem);margin-bottom:1.25rem}
header{border-top:6px solid var(--plain)}
header.good{border-top-color:var(--good)}header.open{border-top-color:var(--open)}header.bad{border-top-color:var(--bad)}
.rehearsal{border:1px dashed var(--plain);border-radius:8px;padding:.5rem .8rem;color:var(--quiet);font-size:.9rem;max-width:none;margin:0 0 1rem}
.outcome{margin:0;color:var(--quiet);font-size:.95rem}
.outcome b{color:#fff;background:var(--plain-text);border-radius:99px;padding:.15rem .7rem;margin-right:.4rem}
.good .outcome b{background:#12603f}.open .outcome b{background:#7d5200}.bad .outcome b{background:#a32a1f}
.plain .outcome b{background:#46566a}
.lead{font-size:1.12rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:.8rem;margin:1.2rem 0 0}
.tiles>div{border:1px solid var(--line);border-radius:10px;padding:.8rem 1rem}
dt{color:var(--quiet);font-size:.88rem}dd{margin:0;font-size:1.6rem;font-weight:650;letter-spacing:-.01em;font-variant-numeric:tabular-nums}
dd.beside{font-size:.88rem;font-weight:400;letter-spacing:0;color:var(--quiet)}
.scrolling{overflow-x:auto;margin:1.2rem 0 0}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;font-weight:600;padding:0 0 .4rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-top:1px solid var(--line);font-variant-numeric:tabular-nums;overflow-wrap:normal}
thead th{color:var(--quiet);font-weight:500;font-size:.85rem;border-top:0}
tbody th{font-weight:550;white-space:nowrap}
td{min-width:5.5rem}td:last-child{overflow-wrap:anywhere;min-width:11rem;padding-right:0}
.number{text-align:right;white-space:nowrap}td.number:last-child,th.number:last-child{min-width:0}
time,data,.unbroken{white-space:nowrap}
.said{font-weight:600;white-space:nowrap}
.said.good{color:var(--good-text)}.said.bad{color:var(--bad-text)}.said.open{color:var(--open-text)}.said.plain{color:var(--plain-text)}
.ruling{border-left:4px solid var(--plain);padding-left:.8rem}
details{margin-top:1.2rem}summary{cursor:pointer;color:var(--link);font-weight:550}
figure{margin:0}figcaption{color:var(--quiet);font-size:.9rem;margin-bottom:.8rem}
.plot{position:relative;font-size:.88rem;padding-bottom:.5rem}
.backdrop{position:absolute;left:var(--gutter);width:calc(100% - var(--gutter));top:4rem;height:calc(100% - 4rem)}
.backdrop rect{opacity:var(--shade)}
.backdrop .grid{stroke:var(--line)}.backdrop .zero{stroke:var(--text);stroke-dasharray:3 3}
.row{display:grid;grid-template-columns:var(--gutter) minmax(0,1fr);align-items:center;position:relative;min-height:1.55rem}
.name{display:flex;gap:.4rem;padding-right:.8rem;line-height:1.3}
.row.phase .name{font-weight:600}.row.step .name{padding-left:1.1rem}
.took{margin-left:auto;color:var(--quiet);font-weight:400;white-space:nowrap;font-variant-numeric:tabular-nums}
.track{position:relative;height:1.55rem}
.bar{position:absolute;top:50%;transform:translateY(-50%);overflow:hidden;min-width:4px}
.bar text{fill:#fff;font-size:11px;font-weight:700}
.good rect{fill:var(--good)}.bad rect{fill:var(--bad)}.open rect{fill:var(--open)}.plain rect{fill:var(--plain)}
.texture,.good .texture,.plain .texture{fill:none}.bad .texture{fill:url(#hatch)}.open .texture{fill:url(#dots)}
svg .bad rect.texture{fill:url(#hatch)}.chart .bad rect.texture{fill:url(#failed)}
.ink{fill:var(--ink)}.ink.strong{fill:var(--bad)}
.bar.says-intent rect{fill:none;stroke:var(--open);stroke-width:3;stroke-dasharray:4 3}
.bar.says-intent text,.bar.open text{fill:var(--text)}
.row.requests .track{height:56px;margin:.3rem 0}.chart{display:block;overflow:visible;shape-rendering:crispEdges}.chart .good rect{fill:color-mix(in srgb,var(--good) 70%,var(--paper))}.chart .bad rect{fill:color-mix(in srgb,var(--bad) 38%,var(--paper))}
.lane{position:relative;font-size:1rem;margin:.9rem 0 .2rem}.lane span{color:var(--quiet);font-weight:400;font-size:.88rem}
.ticks{color:var(--quiet);font-size:.76rem}.row.bands{height:1.55rem;margin:0}.row.bands .track{height:1.55rem}.row.ticks{height:2.45rem;margin:0}.ticks .track{height:2.2rem}.ticks .name,.bands .name{display:none}.ticks .track,.bands .track{grid-column:-2/-1}
.tick{position:absolute;transform:translateX(-50%);text-align:center;line-height:1.25;white-space:nowrap;font-variant-numeric:tabular-nums}
.band{position:absolute;min-width:1.1rem;top:0;height:100%;overflow:hidden;display:flex;flex-wrap:wrap;gap:0 .3rem;font-size:.8rem;padding:.1rem .25rem;border-top:4px solid;white-space:nowrap}
.band.band-1{border-color:var(--b1)}.band.band-2{border-color:var(--b2)}.band.band-3{border-color:var(--b3)}.band.band-4{border-color:var(--b4)}
rect.band-1{fill:var(--b1)}rect.band-2{fill:var(--b2)}rect.band-3{fill:var(--b3)}rect.band-4{fill:var(--b4)}
.key{display:inline-block;min-width:1.3rem;text-align:center;border-bottom:4px solid;font-weight:600;line-height:1.2}
.key.band-1{border-color:var(--b1)}.key.band-2{border-color:var(--b2)}.key.band-3{border-color:var(--b3)}.key.band-4{border-color:var(--b4)}
.good-key,.bad-key{width:1rem;height:.8rem;border:0;background:var(--good)}
.good-key{background:color-mix(in srgb,var(--good) 70%,var(--paper))}.bad-key{background:repeating-linear-gradient(-45deg,var(--bad) 0 2px,color-mix(in srgb,var(--bad) 38%,var(--paper)) 2px 6px)}
.textures{position:absolute}
@media (max-width:62rem){.tick.second{display:none}}
@media (max-width:46rem){:root{--gutter:0px}main{padding:0 0 2rem}header,section{border-radius:0;border-left:0;border-right:0;margin-bottom:.75rem}
.row{grid-template-columns:minmax(0,1fr);margin-top:.25rem}.row.step .name{padding-left:0}.name{padding-right:0}.track{height:1.2rem}.row.phase .track{height:.7rem}
table,tbody,tr,tbody th,td,caption{display:block}thead{display:block;position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{border-top:1px solid var(--line);padding:.5rem 0}tbody th,td{border:0;padding:.1rem 0}
td{display:grid;grid-template-columns:6.5rem minmax(0,1fr);min-width:0;text-align:left;overflow-wrap:anywhere}td.number{text-align:left;white-space:normal}
td::before{content:attr(data-label);color:var(--quiet)}tbody th br,td br{display:none}tbody th time,td time{margin-left:.4rem}}
@media print{body,main{background:#fff;padding:0;max-width:none}header,section{border:0;padding:.5rem 0;break-inside:auto}table,figure,.tiles{break-inside:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.scrolling{overflow:visible}}
`;
