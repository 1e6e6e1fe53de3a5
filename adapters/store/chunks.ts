/** Many rows in statements of a size that every database takes. */

/** Pieces of at most `size` items. */
export function* chunks<T>(items: readonly T[], size = 500): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
