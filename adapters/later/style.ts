/** How the second wave's page looks: one sheet, in the page itself, allowed by its hash alone. */
import { createHash } from 'node:crypto';

export const STYLE = `
:root { color-scheme: light dark; --back: #eef2f4; --surface: #fff; --ink: #16242d; --quiet: #4c5f6b; --line: #d3dce1;
  --edge: #75868f; --accent: #0b5c7a; --accent-soft: #deeef4; --on-accent: #fff; --warn: #a3341a;
  font: 17px / 1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root { --back: #0e161b; --surface: #18242c; --ink: #e7eef2; --quiet: #a3b4be;
  --line: #2a3a44; --edge: #758893; --accent: #74c8e3; --accent-soft: #1c3a47; --on-accent: #06202a; --warn: #ffab94; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); overflow-wrap: break-word; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.4rem 3rem; }
.brand { margin: 0 0 1rem; color: var(--quiet); font-size: .9rem; font-weight: 600; letter-spacing: .02em; }
.card { padding: 1.5rem; border: 1px solid var(--line); border-radius: 16px; background: var(--surface); }
.card + .card, h1 + .card { margin-top: 1.2rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; letter-spacing: -.01em; }
h2 { margin: 0; font-size: 1.2rem; line-height: 1.3; }
.card > * + * { margin-top: 1rem; }
p { margin: 0; white-space: pre-line; }
.note, .hint, .intro { color: var(--quiet); font-size: .92rem; }
blockquote { margin-inline: 0; padding: .5rem .9rem; border-left: 3px solid var(--accent); background: var(--back); }
a { color: var(--accent); }
form.card > * + * { margin-top: 1.6rem; }
form.card > h2 + .intro { margin-top: .4rem; }
fieldset { min-width: 0; margin-inline: 0; padding: 0; border: 0; }
legend, .field > label { display: block; margin-bottom: .5rem; padding: 0; font-weight: 600; }
.hint { margin-bottom: .5rem; }
.fault { margin-bottom: .5rem; padding-left: .6rem; border-left: 3px solid var(--warn); color: var(--warn); font-weight: 600; }
.review { padding-left: .6rem; border-left: 3px solid var(--accent); font-weight: 600; }
.review ul, .fault ul { margin: .4rem 0 0; padding-left: 1.2rem; }
.pick { display: flex; align-items: flex-start; gap: .65rem; padding: .5rem .75rem; border: 1px solid var(--line);
  border-radius: 10px; cursor: pointer; }
.pick + .pick { margin-top: .35rem; }
.pick:hover { border-color: var(--edge); background: var(--back); }
.pick:has(:checked) { border-color: var(--accent); background: var(--accent-soft); }
.pick input, .grid input { flex: none; width: 1.15rem; height: 1.15rem; margin: .22rem 0 0; accent-color: var(--accent); }
.numeric { display: grid; grid-template-columns: repeat(auto-fit, minmax(2.4rem, 1fr)); gap: .35rem; }
.numeric .pick { flex-direction: column; align-items: center; gap: .1rem; margin: 0; padding: .35rem 0; }
textarea, input[type="text"], select { display: block; width: 100%; padding: .6rem .8rem; border: 1px solid var(--edge);
  border-radius: 10px; background: var(--back); color: inherit; font: inherit; }
textarea { min-height: 7rem; resize: vertical; }
[aria-invalid="true"] { border-color: var(--warn); }
.grid { width: 100%; border-collapse: collapse; }
.grid th { padding: .5rem; text-align: center; }
.grid th[scope="row"] { padding-left: 0; text-align: left; }
.grid td { padding: 0; text-align: center; }
.grid tbody tr { border-top: 1px solid var(--line); }
.grid label { display: block; padding: .5rem .75rem .6rem; cursor: pointer; }
.grid label span { display: none; }
.grid input { margin: 0; vertical-align: middle; }
.grid label:has(:checked) { border-radius: 9px; background: var(--accent-soft); }
.buttons { display: flex; flex-wrap: wrap; gap: .6rem; }
button { padding: .6rem 1.2rem; border: 1px solid var(--edge); border-radius: 10px; background: var(--surface);
  color: inherit; font: inherit; cursor: pointer; }
button.main { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
button.grave { border: 2px solid var(--warn); color: var(--warn); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (max-width: 34rem) {
  main { padding: 1rem .8rem 2rem; }
  .card { padding: 1.1rem; }
  .buttons button { flex: 1 0 auto; }
  .grid, .grid tbody, .grid tr { display: block; }
  .grid thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .grid tbody tr { display: flex; flex-wrap: wrap; gap: .35rem; padding: .7rem 0; }
  .grid th[scope="row"] { flex: 1 0 100%; padding: 0; }
  .grid td { flex: 1; display: flex; }
  .grid label { flex: 1; display: flex; align-items: center; justify-content: center; gap: .45rem; padding: .5rem .4rem;
    border: 1px solid var(--line); border-radius: 9px; font-size: .92rem; line-height: 1.25; text-align: left; }
  .grid label:has(:checked) { border-color: var(--accent); }
  .grid label span { display: inline; }
}
`;

/** No script, no picture, nothing from elsewhere, in nobody's frame; what is filled in goes here alone. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
