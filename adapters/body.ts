/** The body of a request that comes from outside, as far as it is not too long. */
import type { IncomingMessage } from 'node:http';

/**
 * Undefined if it has more than `limit` bytes: it is not read to its end then, and stays open, so that the refusal can be
 * sent. Rejects where the sender has gone.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) return resolve(undefined);
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limit) return;
      request.pause();
      resolve(undefined);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}
