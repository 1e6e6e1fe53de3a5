/** How many answered, as far as that may be said: a band, and only from k answers. */

export type Participation = 'under half' | 'half to three quarters' | 'over three quarters';

/** The band of `answered` out of `invited`; undefined where a whole pool is not behind it. */
export function participation(
  answered: number,
  invited: number,
  floor: number,
): Participation | undefined {
  if (answered < floor || invited === 0) return undefined;
  if (2 * answered < invited) return 'under half';
  return 4 * answered <= 3 * invited ? 'half to three quarters' : 'over three quarters';
}
