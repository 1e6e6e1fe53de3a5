/** How long Teams is kept waiting: it shows an error after a few seconds, and repeats what is not answered. */

/** Milliseconds: an invoke is to be answered within two seconds. */
const PATIENCE = 1800;

/** Undefined if it takes longer. */
export async function inTime<T>(work: Promise<T>, patience = PATIENCE): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
