/** Clicks over HTTP by a client that costs little beside the app that it clicks on: as fast as can be, or at a steady pace. */
import { connect, type Socket } from 'node:net';

/** Clicks in hand at a time. */
const IN_FLIGHT = 50;

/** Clicks a second, so many in hand at a time. */
export async function atOnce(port: number, requests: readonly Buffer[]): Promise<number> {
  const clickers = Array.from({ length: IN_FLIGHT }, () => new Clicker(port));
  let next = 0;
  const start = performance.now();
  await Promise.all(
    clickers.map(async (clicker) => {
      for (let each = requests[next++]; each; each = requests[next++]) await good(clicker, each);
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const each of clickers) each.close();
  return requests.length / seconds;
}

/** The 99th percentile of the time to an answer, in milliseconds; a click is sent when it is due, whatever the others do. */
export async function steadily(
  port: number,
  requests: readonly Buffer[],
  perSecond: number,
): Promise<number> {
  const free = Array.from({ length: IN_FLIGHT * 4 }, () => new Clicker(port));
  const all = [...free];
  const times: number[] = [];
  const start = performance.now();
  const running: Promise<void>[] = [];
  for (const [i, each] of requests.entries()) {
    const due = start + (i * 1000) / perSecond;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, 1));
    const clicker = free.pop() ?? new Clicker(port);
    const run = async () => {
      await good(clicker, each);
      times.push(performance.now() - due);
      free.push(clicker);
    };
    running.push(run());
  }
  await Promise.all(running);
  for (const each of all) each.close();
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
}

async function good(clicker: Clicker, bytes: Buffer): Promise<void> {
  const status = await clicker.click(bytes);
  if (status !== 200) throw new Error(`A click was answered with ${status}.`);
}

/** A connection that is kept open; an answer of a few bytes comes in one piece. */
class Clicker {
  readonly #socket: Socket;
  #answered: (status: number) => void = () => {};

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay(true);
    this.#socket.on('data', (bytes) => {
      if (bytes.subarray(0, 5).toString() === 'HTTP/') {
        this.#answered(Number(bytes.subarray(9, 12).toString()));
      }
    });
  }

  /** Sends one request and resolves with the status of its answer. */
  click(bytes: Buffer): Promise<number> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#socket.write(bytes);
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}
