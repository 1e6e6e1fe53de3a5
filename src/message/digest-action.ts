/** What a digest suggests to do, with its buttons, and what became of the last suggestion. */
import type { Choice } from '../digest/digest.ts';
import { placed } from '../digest/standing.ts';
import { actionOf } from '../stock/actions.ts';
import { say } from '../survey/text.ts';
import type { Actions, Block } from './message.ts';
import { type Context, changeSentence, driverName, driverOf, since } from './statement.ts';

/** The suggested action and its two buttons, or what was decided, the other button, and one to tell the team. */
export function suggestionBlocks(
  context: Context,
  choice: Choice | undefined,
  tellable: ReadonlySet<string>,
): Block[] {
  const text = suggestionText(context, choice);
  if (text === undefined) return [];
  const { willDo, notNow, changeMind } = context.copy.digest;
  const about = `${context.round.id}/${context.unit.unit}`;
  const actions: Actions['actions'] = choice
    ? [
        ...(tellable.has(about) ? [tell(context)] : []),
        { action: choice === 'will-do' ? 'not-now' : 'will-do', label: changeMind },
      ]
    : [
        { action: 'will-do', label: willDo, look: 'main' },
        { action: 'not-now', label: notNow },
      ];
  return [
    { kind: 'text', text },
    { kind: 'actions', about, actions },
  ];
}

function tell({ copy }: Context): Actions['actions'][number] {
  return { action: 'tell-team', label: copy.loop.tell, look: 'main' };
}

/** Undefined where nothing is suggested, or the action is not in stock any more. */
export function suggestionText(
  { unit, round, copy }: Context,
  choice: Choice | undefined,
): string | undefined {
  const { suggestion } = unit;
  const words = suggestion && actionWords(suggestion.action, copy.language);
  if (!suggestion || words === undefined) return undefined;
  const { digest } = copy;
  if (choice) return choice === 'will-do' ? digest.willDoThis(words) : digest.notNowThis(words);
  const driver = driverName(suggestion.driver, copy) ?? suggestion.driver;
  const good = placed(unit, round.questions).filter(({ level }) => level === 'good');
  const allGood = good.length === unit.statements.length;
  return allGood ? digest.suggestionKeep(driver, words) : digest.suggestion(driver, words);
}

/** What was decided before, and how it looks today where this round asked about it again. */
export function earlierBlocks(
  context: Context,
  tellable: ReadonlySet<string> = new Set(),
): Block[] {
  const { unit, round, copy } = context;
  const { earlier } = unit;
  const action = earlier && actionOf(earlier.action);
  if (!earlier || !action) return [];
  const { digest } = copy;
  const sentence = earlier.choice === 'will-do' ? digest.decided : digest.putOff;
  const sentences = [sentence(since(context, earlier), say(action.text, copy.language))];
  const today = placed(unit, round.questions).find(({ driver }) => driver === action.driver);
  if (today && earlier.choice === 'will-do') {
    const { question, change } = today.statement;
    sentences.push(digest.today(driverOf(context, question), digest.levels[today.level]));
    if (change.kind !== 'first') sentences.push(changeSentence(context, change));
  }
  const about = `${earlier.round}/${unit.unit}`;
  return [
    { kind: 'text', text: sentences.join(' ') },
    ...(tellable.has(about) ? [{ kind: 'actions' as const, about, actions: [tell(context)] }] : []),
  ];
}

/** Undefined for one that is not in stock any more. */
export function actionWords(id: string, language: string): string | undefined {
  const action = actionOf(id);
  return action && say(action.text, language);
}
