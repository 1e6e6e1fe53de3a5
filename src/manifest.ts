/** `soundings manifest`: the Slack app as `manifest.yml` has it, or with HTTP addresses in the place of socket mode. */
import { existsSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';

/** Where Slack's requests arrive, below the public address. */
const EVENTS = '/slack/events';

/** The manifest as YAML, comments kept. Throws an Error if `url` is no https address. */
export function manifest(url?: string): string {
  const text = readFileSync(place(), 'utf8');
  if (url === undefined) return text;
  if (!/^https:\/\/[^/\s]+(\/\S*[^/\s])?$/.test(url)) {
    throw new Error(
      `--http "${url}" must be an https address without a / at its end, such as https://soundings.example.com.`,
    );
  }
  const document = parseDocument(text);
  document.commentBefore =
    ' The Slack app over HTTP. https://api.slack.com/apps, Create New App, From a manifest.';
  document.setIn(['oauth_config', 'redirect_urls'], [`${url}/slack/oauth_redirect`]);
  document.setIn(['features', 'slash_commands', 0, 'url'], url + EVENTS);
  document.setIn(['settings', 'event_subscriptions', 'request_url'], url + EVENTS);
  document.setIn(['settings', 'interactivity', 'request_url'], url + EVENTS);
  document.setIn(['settings', 'socket_mode_enabled'], false);
  return document.toString({ lineWidth: 0 });
}

/** In the root of the project: one folder up from the source, two from where it is built. */
function place(): URL {
  const [source, built] = ['../manifest.yml', '../../manifest.yml'].map(
    (path) => new URL(path, import.meta.url),
  ) as [URL, URL];
  return existsSync(source) ? source : built;
}
