import { type NotificationKind, notificationKinds, tellings } from '../notification/notification.ts';

/** A letter as it is sent: the same thing in plain text and in HTML. */
export type Letter = { subject: string; text: string; html: string };

/** Where a letter leads. `notices`: the list; `settings`: the choice; `stop`: a page with one button. */
export type LetterWays = { notices: string; settings: string; stop: string };

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const plain = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const style = `
  :root { color-scheme: light dark; }
  body { margin: 0; background: #f6fafa; color: #14201f; font: 16px/1.5 system-ui, sans-serif; }
  main { max-width: 34rem; margin: 0 auto; padding: 28px 20px; }
  ul { margin: 0 0 20px; padding-left: 20px; }
  li { margin: 4px 0; }
  a.go { display: inline-block; background: #0d5c63; color: #ffffff; padding: 11px 18px; border-radius: 8px; text-decoration: none; font-weight: 600; }
  footer { margin-top: 28px; border-top: 1px solid #cfdcdb; padding-top: 14px; color: #4b5d5b; font-size: 13px; }
  footer a { color: #0d5c63; }
  @media (prefers-color-scheme: dark) {
    body { background: #0e1515 !important; color: #e8f0ef !important; }
    a.go { background: #7fd1cc !important; color: #06201f !important; }
    footer { border-color: #2c3a39 !important; color: #a3b3b1 !important; }
    footer a { color: #7fd1cc !important; }
  }`;

const why = 'This mail says only that something happened. What it was, you read in Parley.';

/**
 * The letter for some notices: one line for each kind, what asks for something first, each line once. It is made of the kinds
 * alone, so it can hold no name, no title, no number and no word that anybody wrote.
 */
export function composeLetter(kinds: readonly NotificationKind[], ways: LetterWays): Letter {
  const told = notificationKinds.filter((kind) => kinds.includes(kind));
  const asks = told.filter((kind) => tellings[kind].asks);
  const lines = [...new Set([...asks, ...told].map((kind) => tellings[kind].mail))];
  const subject = asks.length > 0 ? 'Parley: something waits for you' : 'Parley: news from your council';
  const text = `${lines.map((line) => `- ${line}`).join('\n')}

See what it is: ${ways.notices}

${why}

How often Parley writes: ${ways.settings}
No more mail: ${ways.stop}
`;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${plain(subject)}</title>
<style>${style}
</style>
</head>
<body>
<main>
<ul>
${lines.map((line) => `<li>${plain(line)}</li>`).join('\n')}
</ul>
<p><a class="go" href="${plain(ways.notices)}">See what it is</a></p>
<footer>
<p>${why}</p>
<p><a href="${plain(ways.settings)}">How often Parley writes</a> · <a href="${plain(ways.stop)}">No more mail</a></p>
</footer>
</main>
</body>
</html>
`;
  return { subject, text, html };
}
