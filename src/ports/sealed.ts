/** A sealed answer on its way into the box. */
export interface Sealed {
  readonly round: string;
  readonly person: string;
  readonly question: string;
  readonly envelope: Uint8Array;
}
