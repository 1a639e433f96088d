/**
 * What elements look like before the author speaks: the suggestions of the HTML standard, section 15.3, for the elements
 * and properties that are supported.
 */
export const USER_AGENT_STYLESHEET = `
html, body, address, article, aside, blockquote, center, dd, div, dl, dt, figcaption, figure, footer, form, h1, h2, h3,
h4, h5, h6, header, hgroup, hr, main, menu, nav, ol, p, pre, search, section, ul { display: block }
base, head, link, meta, noscript, script, style, template, title, [hidden] { display: none }
li { display: list-item }
body { margin: 8px }
p, dl { margin: 1em 0 }
blockquote, figure { margin: 1em 40px }
dd { margin-left: 40px }
h1 { font-size: 2em; margin: 0.67em 0 }
h2 { font-size: 1.5em; margin: 0.83em 0 }
h3 { font-size: 1.17em; margin: 1em 0 }
h4 { margin: 1.33em 0 }
h5 { font-size: 0.83em; margin: 1.67em 0 }
h6 { font-size: 0.67em; margin: 2.33em 0 }
h1, h2, h3, h4, h5, h6 { font-weight: bold; break-inside: avoid; break-after: avoid }
figure { break-inside: avoid }
figcaption { break-before: avoid }
figcaption:first-child { break-before: auto; break-after: avoid }
ol, ul, menu { margin: 1em 0; padding-left: 40px }
ol { list-style-type: decimal }
ul, menu { list-style-type: disc }
:is(ol, ul, menu) ul, :is(ol, ul, menu) menu { list-style-type: circle }
:is(ol, ul, menu) :is(ol, ul, menu) ul, :is(ol, ul, menu) :is(ol, ul, menu) menu { list-style-type: square }
:is(ol, ul, menu, dl) :is(ol, ul, menu, dl) { margin-top: 0; margin-bottom: 0 }
::marker { white-space: pre; text-transform: none; text-align: end; font-variant-numeric: tabular-nums }
pre { white-space: pre; margin: 1em 0 }
pre, code, kbd, samp { font-family: monospace }
hr { margin: 0.5em auto; border: 1px solid gray; color: gray; overflow: hidden }
strong, b { font-weight: bolder }
cite, dfn, em, i, var, address { font-style: italic }
small { font-size: smaller }
sub { vertical-align: sub; font-size: smaller }
sup { vertical-align: super; font-size: smaller }
u, ins { text-decoration: underline }
s, del { text-decoration: line-through }
a[href] { color: #0000ee; text-decoration: underline }
mark { background-color: yellow; color: black }
::footnote-call { content: counter(footnote); vertical-align: super; font-size: smaller; line-height: 0 }
::footnote-marker { content: counter(footnote) ". " }
q::before { content: open-quote }
q::after { content: close-quote }
table { display: table; border-spacing: 2px; text-indent: 0; box-sizing: border-box }
caption { display: table-caption; text-align: center }
thead { display: table-header-group; vertical-align: middle }
tbody { display: table-row-group; vertical-align: middle }
tfoot { display: table-footer-group; vertical-align: middle }
colgroup { display: table-column-group }
col { display: table-column }
tr { display: table-row; vertical-align: inherit }
td, th { display: table-cell; padding: 1px; vertical-align: inherit }
th { font-weight: bold; text-align: center }
@page {
  size: A4; margin: 20mm;
  @footnote {
    margin-top: 1em; padding-top: 0.5em; max-height: 80%;
    background: linear-gradient(currentColor, currentColor) no-repeat 0 0 / 6em 0.5pt
  }
}
`;
