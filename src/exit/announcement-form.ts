/** From the filled-in form of a leaver to what HR says of them. */
import type { Copy } from '../message/copy.ts';
import { LEAVER, NOT_SAID } from '../message/leaver-form.ts';
import type { Fields } from '../message/reply.ts';
import type { Said } from './announcement.ts';

/** With what is wrong with fields that only a form has; the rest is checked as for everybody who announces. */
export function saidIn(
  fields: Fields,
  { leavers: { faults } }: Copy,
): { readonly said: Said; readonly faults?: Readonly<Record<string, string>> } {
  const one = (name: string) => fields[name]?.[0]?.trim() ?? '';
  const kind = one(LEAVER.kind);
  const regretted = one(LEAVER.regretted);
  const jobFamily = one(LEAVER.jobFamily);
  const said: Said = {
    lastDay: one(LEAVER.lastDay),
    kind: kind === NOT_SAID || kind === '' ? null : kind,
    regretted: regretted === 'yes' ? true : regretted === 'no' ? false : null,
    jobFamily: jobFamily === '' ? null : jobFamily,
  };
  const isOffered = ['', NOT_SAID, 'yes', 'no'].includes(regretted);
  return isOffered ? { said } : { said, faults: { [LEAVER.regretted]: faults['unknown-kind'] } };
}
