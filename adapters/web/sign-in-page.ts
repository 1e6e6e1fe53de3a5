/** The pages before somebody is signed in: plain, without any script. */
import { html } from 'hono/html';
import type { Copy } from '../../src/message/copy.ts';
import { LINK_MINUTES } from '../../src/org/session.ts';

type Html = ReturnType<typeof html>;

/** One press, as whatever merely looks at links must not use them. */
export function submitPage(copy: Copy, name: string): Html {
  const { title, as, once, submit } = copy.signIn.page;
  return page(
    copy,
    title,
    html`<p><strong>${as(name)}</strong></p>
<p>${once}</p>
<form method="post"><button>${submit}</button></form>`,
  );
}

export function overPage(copy: Copy): Html {
  return page(copy, copy.signIn.page.over, html`<p>${copy.signIn.page.how(LINK_MINUTES)}</p>`);
}

/** Whoever comes from another site is not known at first: the cookie is kept from it. */
export function outsidePage(copy: Copy): Html {
  const { outside, how, back } = copy.signIn.page;
  return page(
    copy,
    outside,
    html`<p>${how(LINK_MINUTES)}</p>
<p><a href="/">${back}</a></p>`,
  );
}

export function wordsPage(copy: Copy, words: 'tooOften' | 'foreign' | 'failed'): Html {
  return page(copy, copy.signIn.page[words], html``);
}

function page({ language }: Copy, title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Soundings</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page.css">
<link rel="stylesheet" href="/sign-in.css">
</head>
<body class="outside">
<main>
<p class="brand"><img src="/icon.svg" alt="" width="28" height="28"> Soundings</p>
<section><h1>${title}</h1>
${body}</section>
</main>
</body>
</html>
`;
}
