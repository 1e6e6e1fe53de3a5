/** What the local web chat accepts at most, in one table. */
export const limits = {
  /** Bytes of a request's body: a form may name every unit of a large company. */
  body: 256 * 1024,
  /** Characters of an id or of an option's value. */
  id: 200,
  /** Fields of a form, and values of a field. */
  fields: 60,
  values: 1000,
  /** Characters of a field's text; the form's own limit in bytes is checked behind the inbox. */
  text: 20_000,
  /** Characters of words typed to the bot. */
  command: 500,
  /** Event streams open at once: without sign-in, with it, and of one person. */
  streams: 100,
  streamsSignedIn: 1000,
  streamsOfOne: 10,
  /** Requests a minute with sign-in: from one address, behind which there may be a whole company, and of one person. */
  perAddress: 6000,
  signInsPerAddress: 300,
  perPerson: 300,
  /** Addresses and people that are counted at once. */
  counted: 10_000,
  /** Milliseconds that a request may take to arrive, and its head. */
  arriving: 30_000,
  arrivingHead: 10_000,
  /** Milliseconds between two signs of life on a stream. */
  heartbeat: 20_000,
  /** Milliseconds that requests in hand have to finish when the server closes. */
  closing: 700,
} as const;
