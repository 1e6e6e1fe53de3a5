/** Where the private keys of open rounds are: never in the database. */

export interface KeyRing {
  /** Keeps the private key of a round, durably. If the round has one already, that one is returned and kept. */
  keep(round: string, secretKey: Uint8Array): Promise<Uint8Array>;
  /** The private key; undefined if there is none. */
  read(round: string): Promise<Uint8Array | undefined>;
  /** Destroys the key for good. One that is gone is no error. */
  destroy(round: string): Promise<void>;
  /** Where keys are kept, in words for the operator. */
  readonly place: string;
}
