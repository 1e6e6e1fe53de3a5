/** The thresholds in force, for each campaign and for leavers. */
import { FLOOR } from '../anonymity/floor.ts';
import { RELEASE } from '../ballot/comments.ts';
import { floorOf, type Programme } from '../campaign/programme.ts';
import { NUMBERS } from '../exit/exit-blocks.ts';
import { RELEASES } from '../exit/leaver.ts';
import { exitRules } from '../exit/rules.ts';
import type { RoundFacts } from '../ports/inspection.ts';
import { type Finding, fault, ok, warning } from './finding.ts';

/** `programme` with the campaigns made in chat; absent: the demonstration, whose rounds say what holds. */
export function thresholds(
  programme: Programme | undefined,
  rounds: readonly RoundFacts[],
): readonly Finding[] {
  const loose = rounds
    .filter(({ floor }) => floor < FLOOR.least)
    .map(({ id }) =>
      fault(
        'thresholds',
        `Round ${id} was opened with k under ${FLOOR.least}, which no configuration allows.`,
      ),
    );
  if (!programme) return [...loose, ...ofRounds(rounds)];
  const campaigns = programme.campaigns.map(({ id, floor, comment }) => {
    const frozen = rounds.find(({ campaign, state }) => campaign === id && state === 'open')?.floor;
    const now = frozen !== undefined && frozen !== floor ? ` (its open round keeps ${frozen})` : '';
    const comments = comment
      ? `comments from ${RELEASE.answers} answers and ${RELEASE.commenters} who wrote`
      : 'no comments';
    return judge(floor, `campaign "${id}": k = ${floor}${now}; ${comments}`);
  });
  return [...loose, ...campaigns, leavers(programme)];
}

function leavers(programme: Programme): Finding {
  const { period, delayDays, keepMonths, laterMonths } = exitRules(programme);
  const floor = floorOf(programme);
  const says =
    `leavers: k = ${floor}, numbers from ${NUMBERS} answers; released by ${period}, ${delayDays} days after its end; ` +
    `named interviews kept ${keepMonths} months; asked again after ${laterMonths}`;
  return judge(floor, says);
}

function ofRounds(rounds: readonly RoundFacts[]): Finding[] {
  const releases: readonly string[] = Object.values(RELEASES);
  const newest = new Map(rounds.toReversed().map(({ campaign, floor }) => [campaign, floor]));
  return [...newest].map(([campaign, floor]) => {
    const what = releases.includes(campaign) ? `leavers (${campaign})` : `campaign "${campaign}"`;
    return judge(floor, `${what}: k = ${floor} in its newest round`);
  });
}

/** The promise was attacked with the usual k; less is allowed, and weaker. */
function judge(floor: number, says: string): Finding {
  return floor < FLOOR.usual
    ? warning('thresholds', `${says}: weaker than ${FLOOR.usual}`)
    : ok('thresholds', says);
}
