/**
 * The one style sheet of the respondent's pages. For phones of ten years ago: no custom properties, no grid, no `gap`, no
 * `:has`; wide screens get the scale in one row by table cells. Colours are those of the design sheet.
 */
const LIGHT = {
  page: "#FBFAF8",
  surface: "#fff",
  sunk: "#F2F0EC",
  ink: "#1B2230",
  soft: "#4A5363",
  control: "#7C8492",
  rule: "#D9D5CD",
  accent: "#1D4E89",
  tint: "#E4ECF5",
  error: "#A3261B",
  button: "#1B2230",
  onButton: "#fff",
};
const DARK: typeof LIGHT = {
  page: "#12161D",
  surface: "#1A2029",
  sunk: "#0D1116",
  ink: "#E9ECF1",
  soft: "#AEB6C3",
  control: "#7E8899",
  rule: "#323A47",
  accent: "#8DB8EE",
  tint: "#1E3048",
  error: "#FF9A8B",
  button: "#E9ECF1",
  onButton: "#12161D",
};

const paint = (c: typeof LIGHT, ring: string) => `
body{background:${c.page};color:${c.ink}}
a{color:${c.accent}}
.soft,.hint{color:${c.soft}}
.top,footer{border-color:${c.rule}}
.box{background:${c.sunk};border-color:${c.accent}}
.note{background:${c.tint}}
label{background:${c.surface};border-color:${c.control}}
label:hover{background:${c.tint}}
input:checked+span:before{border-color:${c.accent}}
input:focus+span:after{border-color:${ring}}
textarea{background:${c.surface};color:${c.ink};border-color:${c.control}}
textarea:focus,a:focus,button:focus,.sum:focus{outline-color:${ring}}
button{background:${c.button};color:${c.onButton}}
.sum,.bad{border-color:${c.error}}
.err{color:${c.error}}
`;

const SHEET = `
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;color-scheme:light dark}
body{margin:0;font:16px/1.625 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;word-wrap:break-word;overflow-wrap:break-word}
.wrap{max-width:720px;margin:0 auto;padding:0 16px 48px}
.top{border-bottom:1px solid;padding:12px 0;margin:0 0 24px}
.top p{margin:0}
main:first-child{padding-top:24px}
.more a{display:inline-block;padding:4px 0}
.lang a,.lang button{display:inline-block;min-height:24px;padding:9px 12px 9px 0}
.lang button{background:none;border:0;font:inherit;text-decoration:underline;cursor:pointer;color:inherit}
h1{font-size:28px;line-height:34px;margin:0 0 8px}
h2{font-size:20px;line-height:28px;margin:40px 0 16px}
h3{font-size:16px;line-height:26px;margin:24px 0 4px}
p,ul,ol{margin:0 0 16px}
ul,ol{padding-left:24px}
li{margin:0 0 8px}
.lede{font-weight:600;margin:0}
.box{border-left:4px solid;padding:16px 16px 8px;margin:24px 0}
.box h2{margin:0 0 12px}
.note{padding:12px 16px;font-weight:600}
.receipt{font:13px/18px ui-monospace,Menlo,Consolas,monospace;word-break:break-all}
.soft,.hint{font-size:14px;line-height:20px}
fieldset{border:0;margin:0 0 32px;padding:0;min-width:0}
legend{padding:0;margin:0 0 12px;font-weight:600;font-size:17px;line-height:26px}
label{display:block;position:relative;border:1px solid;border-radius:6px;margin:0 0 4px;cursor:pointer}
label span{display:block;padding:10px 12px 10px 48px;min-height:24px;line-height:24px}
label input{position:absolute;left:14px;top:11px;width:22px;height:22px;margin:0;cursor:pointer}
label span:before,label span:after{content:"";position:absolute;top:-1px;right:-1px;bottom:-1px;left:-1px;border:3px solid transparent;border-radius:6px;pointer-events:none}
label input:checked+span{font-weight:600}
label input:focus+span:after{top:-3px;right:-3px;bottom:-3px;left:-3px;border-width:2px;border-radius:8px;box-shadow:0 0 0 3px #FFBF47;z-index:1}
.area{display:block;background:none!important;border:0;font-weight:600;font-size:17px}
textarea{box-sizing:border-box;width:100%;min-height:132px;padding:8px 12px;border:1px solid;border-radius:6px;font:inherit}
textarea:focus,a:focus,button:focus,.sum:focus{outline:2px solid;box-shadow:0 0 0 5px #FFBF47}
.send{display:block;min-height:48px;padding:10px 40px;border:0;border-radius:6px;font:inherit;font-weight:600;font-size:17px;cursor:pointer;-webkit-appearance:none;appearance:none}
.sum,.bad{border:0 solid}
.sum{border-width:4px;padding:16px 16px 8px;margin:0 0 24px}
.sum h2{margin:0 0 8px}
.bad{border-left-width:4px;padding-left:12px}
.err{font-weight:600;margin:0 0 8px}
footer{border-top:1px solid;margin-top:40px;padding-top:16px}
.off{position:absolute;left:-9999px}
@media (min-width:700px){
h1{font-size:30px;line-height:38px}
.top{position:relative}
.lang{position:absolute;right:0;top:3px}
.more a{display:inline-block;padding:4px 0}
.lang a,.lang button{padding-right:0}
.row{display:table;table-layout:fixed;width:calc(100% + 8px);margin:0 -4px;border-spacing:4px 0}
.row label{display:table-cell;vertical-align:top;text-align:center}
.row span{padding:44px 4px 10px;font-size:15px;line-height:20px}
.row input{left:50%;margin-left:-11px;top:14px}
}
`;

const PRINT = `
@page{margin:14mm}
@media print{
html{color-scheme:light}
body{background:#fff;color:#000;font-size:11pt}
.wrap{max-width:none;padding:0}
.lang,.send,.screen{display:none}
fieldset,.box,.card,li{page-break-inside:avoid;break-inside:avoid}
h2,h3{page-break-after:avoid;break-after:avoid}
fieldset{margin-bottom:14px}
a{color:inherit}
}
`;

const squeeze = (css: string) => css.replace(/\n/g, "").replace(/;\}/g, "}");

export const STYLE = squeeze(
  `${SHEET}${paint(LIGHT, LIGHT.ink)}@media screen and (prefers-color-scheme:dark){${paint(DARK, DARK.page)}}${PRINT}`,
);

/** Added on the printed sheets: cards to cut out, and large type for a wall. */
export const SHEET_STYLE = squeeze(`
.card{display:inline-block;box-sizing:border-box;width:49%;border:1px dashed #7C8492;padding:12px;vertical-align:top;font-size:13px;line-height:18px}
.card svg{float:left;width:112px;height:112px;margin:0 12px 8px 0;background:#fff}
.card p{margin:0 0 6px}
.card code{font:13px/17px ui-monospace,Menlo,Consolas,monospace;word-break:break-all}
.cards{font-size:0}
.scan{text-align:center}
.scan svg{width:140px;height:140px;background:#fff}
.wall{font-size:18px}
@media print{.wall{font-size:15pt}.wall h1{font-size:26pt;line-height:1.2}.wall h2{font-size:18pt}}
`);
