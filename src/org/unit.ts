/** The tree of units: its shape only, free of people. */

export interface Unit {
  readonly id: string;
  readonly name: string;
  /** Absent for the root only. */
  readonly parent?: string;
  /** Person who reads this unit's digest. They count, as a member, in the parent. */
  readonly manager?: string;
}

/** The units of a tree, each before its parent: the order in which ballots walk up. */
export function leavesFirst<U extends Pick<Unit, 'id' | 'parent'>>(units: readonly U[]): U[] {
  const children = childrenOf(units);
  const order: U[] = [];
  const visit = (unit: U): void => {
    order.push(unit);
    for (const child of children.get(unit.id) ?? []) visit(child);
  };
  for (const root of units.filter((unit) => unit.parent === undefined)) visit(root);
  return order.reverse();
}

/** Unit id to its direct children. */
export function childrenOf<U extends Pick<Unit, 'id' | 'parent'>>(
  units: readonly U[],
): Map<string, U[]> {
  const children = new Map<string, U[]>();
  for (const unit of units) {
    if (unit.parent === undefined) continue;
    const siblings = children.get(unit.parent);
    if (siblings) siblings.push(unit);
    else children.set(unit.parent, [unit]);
  }
  return children;
}

/** `id` and its ancestors, nearest first, the root last. */
export function pathToRoot<U extends Pick<Unit, 'id' | 'parent'>>(
  units: ReadonlyMap<string, U>,
  id: string,
): U[] {
  const path: U[] = [];
  for (let unit = units.get(id); unit; unit = unit.parent ? units.get(unit.parent) : undefined) {
    path.push(unit);
  }
  return path;
}

/** `id` and everything below it. */
export function subtree<U extends Pick<Unit, 'id' | 'parent'>>(
  units: readonly U[],
  id: string,
): Set<string> {
  const children = childrenOf(units);
  const found = new Set<string>();
  const visit = (unit: string): void => {
    found.add(unit);
    for (const child of children.get(unit) ?? []) visit(child.id);
  };
  visit(id);
  return found;
}
