/** Small things that a manager can do this week, by driver: what a digest suggests. */
import type { LocalisedText } from '../survey/text.ts';
import { PEOPLE_ACTIONS } from './actions-people.ts';
import { WORK_ACTIONS } from './actions-work.ts';

export interface StockAction {
  /** Kept in decisions: an id never gets another meaning. */
  readonly id: string;
  readonly driver: string;
  /** One sentence that addresses nobody. */
  readonly text: LocalisedText;
}

/** In the order of the drivers; actions of one driver take turns. */
export const ACTIONS: readonly StockAction[] = [...WORK_ACTIONS, ...PEOPLE_ACTIONS];

/** A driver that is not in stock has none. */
export function actionsOf(driver: string): StockAction[] {
  return ACTIONS.filter((action) => action.driver === driver);
}

/** Undefined for one that is no longer in stock. */
export function actionOf(id: string): StockAction | undefined {
  return ACTIONS.find((action) => action.id === id);
}
