/** A saved page to begin with: nothing of the real one is known yet, so nothing in it is an anchor. */
export function pageText(title: string): string {
  const shown = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>
<!-- A page that stands for a tool's on ${shown.replaceAll('--', '- -')}: how the real one marks its name is not known yet, so no element here is an anchor. -->
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>{{name}} – ${shown}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="style.css">
    <script src="../test-page.js"></script>
  </head>
  <body>
    <header><a href="/">${shown}</a></header>
    <main><h1>{{name}}</h1><p>A tool for tests.</p></main>
  </body>
</html>
`;
}

/** The style beside it, light and dark. */
export const pageStyle = `:root { color-scheme: light dark; --ink: light-dark(#1a1a1a, #f2f2f2); --line: light-dark(#ddd, #444); --paper: light-dark(#fff, #161616); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 'Liberation Sans', sans-serif; color: var(--ink); background: var(--paper); }
a { color: inherit; text-decoration: none; }
header { padding: 16px; border-bottom: 1px solid var(--line); }
main { max-width: 1200px; margin: 0 auto; padding: 32px 16px; } h1 { margin: 0; font-size: 28px; line-height: 1.25; }
`;
