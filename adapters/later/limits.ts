/** What the second wave's page accepts at most, in one table. */
export const limits = {
  /** Bytes of what is sent. */
  body: 64 * 1024,
  /** Fields, and values of a field. */
  fields: 100,
  values: 100,
  /** Characters of a token; ours have 43. */
  token: 100,
  /** Requests a minute: with one link, and from one address, behind which there may be a whole company. */
  perToken: 60,
  perAddress: 300,
  /** Links and addresses that are counted at once; more are forgotten together. */
  counted: 10_000,
  /** More options than these are a menu. */
  options: 20,
} as const;
