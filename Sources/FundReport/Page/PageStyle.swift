/// How a page looks: on a phone, on a screen and in print.
///
/// Texts have a contrast of at least 7:1, links and warnings too. Nothing but the boxes of tables and
/// charts is wider than the screen.
enum PageStyle {
  static let css = """
    :root { color-scheme: light; --ink: #202020; --quiet: #4a4a4a; --line: #c8ccd0;
      --ground: #eef2f6; --link: #0b4a8a; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1rem; max-width: 72rem; color: var(--ink); background: #fff;
      font: 100%/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
      overflow-wrap: break-word; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0; }
    h2 { font-size: 1.3rem; margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem;
      border-bottom: 2px solid var(--link); }
    h3 { font-size: 1.1rem; margin: 1.75rem 0 0.5rem; }
    a { color: var(--link); }
    a:focus-visible, summary:focus-visible, .box:focus-visible { outline: 3px solid var(--link);
      outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; padding: 0.5rem 1rem; background: #fff; }
    .skip:focus { left: 0.5rem; top: 0.5rem; }
    .warning { margin: 0; padding: 0.5rem 0.75rem; color: #8a0000; font-weight: bold;
      border: 2px solid #8a0000; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; list-style: none; }
    nav a, .files a { display: inline-block; padding: 0.3rem 0; }
    dl { margin: 0; }
    dl div { padding: 0.35rem 0; border-bottom: 1px solid var(--line); }
    dt { font-weight: bold; }
    dd { margin: 0; }
    .box { overflow-x: auto; margin: 0.5rem 0 1rem; }
    table { border-collapse: collapse; min-width: 100%; font-size: 0.9rem; }
    caption { text-align: left; font-weight: bold; padding: 0.25rem 0 0.5rem; }
    caption span { position: sticky; left: 0; display: inline-block;
      max-width: min(70rem, calc(100vw - 2rem)); }
    th, td { padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left;
      vertical-align: top; min-width: 4rem; max-width: 24rem; }
    thead th { background: var(--ground); vertical-align: bottom; }
    tbody th { font-weight: normal; }
    .text { min-width: 5rem; }
    .long { min-width: min(18rem, 40vw); }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    thead .number { white-space: normal; }
    summary { cursor: pointer; color: var(--link); padding: 0.3rem 0; }
    details { margin: 0; }
    details[open] { padding-left: 0.75rem; border-left: 3px solid var(--line); }
    svg { display: block; width: 100%; min-width: 42rem; max-width: 56rem; height: auto; }
    .files { padding-left: 1.25rem; }
    @media (min-width: 48rem) {
      dl div { display: grid; grid-template-columns: 16rem 1fr; gap: 1rem; }
    }
    @media print {
      @page { size: A4 landscape; margin: 14mm; }
      body { padding: 0; max-width: none; font-size: 10pt; }
      nav, .skip { display: none; }
      .box { overflow: visible; }
      table { font-size: 8pt; }
      th, td { max-width: none; min-width: 0; padding: 2pt 4pt; }
      .text, .long { min-width: 0; }
      caption span { position: static; max-width: none; }
      thead { display: table-header-group; }
      tr, svg, dl div { break-inside: avoid; }
      h2, h3, caption { break-after: avoid; }
      dl div { display: grid; grid-template-columns: 6cm 1fr; }
      svg { min-width: 0; max-width: 16cm; }
      details:not([open]) { display: none; }
    }

    """
}
