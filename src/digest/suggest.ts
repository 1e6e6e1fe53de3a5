/** Suggests one small action to the readers of a unit, and says what became of the last one. */
import type { Round } from '../campaign/round.ts';
import type { Decision, Store } from '../ports/store.ts';
import { actionsOf } from '../stock/actions.ts';
import type { Earlier } from './compose.ts';
import type { Decided, Suggestion, UnitDigest } from './digest.ts';
import { placed } from './standing.ts';

export interface Occasion {
  readonly round: Round;
  /** Published rounds of the campaign before it, newest first. */
  readonly before: readonly Round[];
  /** The last round that asked each question. */
  readonly earlier: ReadonlyMap<string, Earlier>;
  /** Person id. */
  readonly reader: string;
  readonly now: Date;
}

/** How long a promise is come back to, in milliseconds: eight weeks. */
const LATELY = 56 * 86_400_000;

/**
 * A suggestion is a function of what this reader is told anyway: of the published figures in `told`, of what their own
 * earlier digests suggested and of what readers decided. No tally is looked at, so it says nothing about anybody's answer
 * that the digest doesn't.
 */
export async function suggest(
  store: Pick<Store, 'results' | 'decisions'>,
  { round, before, earlier, reader, now }: Occasion,
  told: Pick<UnitDigest, 'unit' | 'statements'>,
): Promise<Pick<UnitDigest, 'suggestion' | 'earlier'>> {
  const last = await store.decisions.last(told.unit, now);
  const asked = told.statements.flatMap(({ question }) => earlier.get(question)?.round ?? []);
  const recent = new Set(last ? [last.action] : []);
  for (const past of new Set(asked)) {
    const digest = await store.results.digest(past, reader);
    const unit = digest?.units.find((each) => each.unit === told.unit);
    if (unit?.suggestion) recent.add(unit.suggestion.action);
  }
  const suggestion = choose(told, round, recent);
  const decided = last && decidedOn(last, before[0]?.closesAt, now);
  return { ...(suggestion && { suggestion }), ...(decided && { earlier: decided }) };
}

/** An action for the weakest driver that is in stock; not a recent one while there is another. Rounds take turns. */
export function choose(
  told: Pick<UnitDigest, 'unit' | 'statements'>,
  { questions, number }: Pick<Round, 'questions' | 'number'>,
  recent: ReadonlySet<string>,
): Suggestion | undefined {
  const weakest = placed(told, questions).find(({ driver }) => actionsOf(driver).length > 0);
  if (!weakest) return undefined;
  const all = actionsOf(weakest.driver);
  const fresh = all.filter(({ id }) => !recent.has(id));
  const offered = fresh.length > 0 ? fresh : all;
  const action = offered[number % offered.length];
  return action && { driver: weakest.driver, action: action.id };
}

/** A promise is come back to for some weeks; what was put off, only in the digest after it: nobody is pestered. */
function decidedOn(
  { action, choice, round, at }: Decision,
  lastDigest: Date | undefined,
  now: Date,
): Decided | undefined {
  const from =
    choice === 'will-do' ? now.getTime() - LATELY : (lastDigest?.getTime() ?? Number.NaN);
  return at.getTime() >= from ? { action, choice, round, since: at.toISOString() } : undefined;
}
