/** How often a link is opened, and from where. */
import { counter } from '../often.ts';
import { limits } from './limits.ts';

/** True where somebody asks more often than people do. */
export function tooOften(now?: () => number): (token: string, address: string) => boolean {
  const isOver = counter(limits.counted, now);
  return (token, address) => {
    const ofAddress = isOver(`address ${address}`, limits.perAddress);
    // Whoever guesses links is counted by their address, not by each guess.
    return ofAddress || (token !== '' && isOver(`token ${token}`, limits.perToken));
  };
}
