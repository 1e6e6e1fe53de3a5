/** The body of a request, as it was signed. */
import type { IncomingMessage } from 'node:http';

/** Bytes: a thousand leavers, and more. */
const LIMIT = 256 * 1024;

/** Undefined if it is longer than the limit; it is not read to its end then. Rejects where the sender has gone. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= LIMIT) return;
      request.pause();
      resolve(undefined);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}
