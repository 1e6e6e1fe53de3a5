/** Where a link may lead: what is no page of the web is shown as text, and opened by nobody. */

/** The address as a browser reads it; undefined for all but http and https, and for what holds a password. */
export function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, username, password, href } = new URL(url);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && username === '' && password === '' ? href : undefined;
}
