/** Work done as a user whom permissions hold, as root they do not. */

const NOBODY = 65_534;

const IS_ROOT = process.getuid?.() === 0;

/** Runs `work` without root's rights, so that a read-only file is one. */
export async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
  if (!IS_ROOT) return work();
  const [group, user] = [process.getegid?.() ?? 0, process.geteuid?.() ?? 0];
  process.setegid?.(NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(user);
    process.setegid?.(group);
  }
}

/** The owner that files must have for {@link unprivileged} to reach them. */
export const OWNER = IS_ROOT ? NOBODY : (process.getuid?.() ?? 0);
