/** A letter as it is sent: the same thing in plain text and in HTML. */
export type Letter = { subject: string; text: string; html: string };

/** What a letter says: lines, one way on, and what stands small below it, each with a way of its own or none. */
export type Words = {
  subject: string;
  lines: readonly string[];
  go: { label: string; href: string };
  why: string;
  foot: readonly { label: string; href: string }[];
};

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const plain = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const style = `
  :root { color-scheme: light dark; }
  body { margin: 0; background: #f6fafa; color: #14201f; font: 16px/1.5 system-ui, sans-serif; }
  main { max-width: 34rem; margin: 0 auto; padding: 28px 20px; }
  .from { margin: 0 0 20px; color: #0d5c63; font-weight: 600; }
  .said { margin: 0 0 20px; font-size: 17px; }
  ul { margin: 0 0 20px; padding-left: 20px; }
  li { margin: 4px 0; }
  footer { margin-top: 28px; border-top: 1px solid #cfdcdb; padding-top: 14px; color: #4b5d5b; font-size: 13px; }
  footer a { color: #0d5c63; }
  @media (prefers-color-scheme: dark) {
    body { background: #0e1515 !important; color: #e8f0ef !important; }
    .from { color: #7fd1cc !important; }
    a.go { background: #7fd1cc !important; color: #06201f !important; }
    footer { border-color: #2c3a39 !important; color: #a3b3b1 !important; }
    footer a { color: #7fd1cc !important; }
  }`;

const link = ({ label, href }: { label: string; href: string }) => `<a href="${plain(href)}">${plain(label)}</a>`;

/** What many programs take from the head not at all: a button stays one. */
const button =
  'display:inline-block;background:#0d5c63;color:#ffffff;padding:11px 18px;border-radius:8px;text-decoration:none;font-weight:600';

/** One thing is a sentence, several are a list. */
function said(lines: readonly string[]): string {
  if (lines.length === 1) return `<p class="said">${plain(lines.join(''))}</p>`;
  return `<ul>\n${lines.map((line) => `<li>${plain(line)}</li>`).join('\n')}\n</ul>`;
}

/** Text and HTML of the same words; both read well without images, in a light and in a dark client. */
export function frameLetter({ subject, lines, go, why, foot }: Words): Letter {
  const text = `${lines.length === 1 ? lines.join('') : lines.map((line) => `- ${line}`).join('\n')}

${go.label}: ${go.href}

${why}
${foot.map(({ label, href }) => `\n${label}: ${href}`).join('')}
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
<p class="from">Parley</p>
${said(lines)}
<p><a class="go" style="${button}" href="${plain(go.href)}">${plain(go.label)}</a></p>
<footer>
<p>${plain(why)}</p>${foot.length > 0 ? `\n<p>${foot.map(link).join(' · ')}</p>` : ''}
</footer>
</main>
</body>
</html>
`;
  return { subject, text, html };
}
