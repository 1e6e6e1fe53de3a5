/** The server's half of a WebSocket (RFC 6455), as much of it as text messages need. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OP = { more: 0, text: 1, close: 8, ping: 9, pong: 10 } as const;

export interface Connection {
  send(text: string): void;
  ping(): void;
  /** Says good-bye, then hangs up. */
  close(code: number): void;
  /** Hangs up without a word. */
  destroy(): void;
  readonly closed: boolean;
}

interface Frame {
  readonly op: number;
  readonly last: boolean;
  readonly data: Buffer;
  readonly bytes: number;
}

function encode(op: number, data: Buffer): Buffer {
  const head =
    data.length < 126
      ? Buffer.from([0x80 | op, data.length])
      : data.length < 65_536
        ? Buffer.from([0x80 | op, 126, data.length >> 8, data.length & 255])
        : Buffer.concat([Buffer.from([0x80 | op, 127]), long(data.length)]);
  return Buffer.concat([head, data]);
}

function long(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}

/** Where the mask starts, and how long the data is; undefined if more bytes must come. */
function measure(input: Buffer): { mask: number; length: number } | undefined {
  const short = (input[1] ?? 0) & 0x7f;
  if (short < 126) return { mask: 2, length: short };
  if (short === 126)
    return input.length < 4 ? undefined : { mask: 4, length: input.readUInt16BE(2) };
  return input.length < 10 ? undefined : { mask: 10, length: Number(input.readBigUInt64BE(2)) };
}

/** The first whole frame, or undefined if more bytes must come. Clients mask all they send. */
function decode(input: Buffer): Frame | undefined {
  if (input.length < 2) return undefined;
  const [first = 0, second = 0] = input;
  if ((second & 0x80) === 0) throw new Error('A client sent a WebSocket frame without a mask.');
  const size = measure(input);
  if (!size) return undefined;
  const start = size.mask + 4;
  const bytes = start + size.length;
  if (input.length < bytes) return undefined;
  const mask = input.subarray(size.mask, start);
  const data = Buffer.from(input.subarray(start, bytes));
  for (let index = 0; index < data.length; index++) {
    data[index] = (data[index] ?? 0) ^ (mask[index % 4] ?? 0);
  }
  return { op: first & 15, last: (first & 0x80) !== 0, data, bytes };
}

/** Answers the handshake and reads on; `heard` gets each text message, `gone` is called once. */
export function accept(
  request: IncomingMessage,
  socket: Duplex,
  heard: (text: string) => void,
  gone: () => void,
): Connection {
  const key = `${request.headers['sec-websocket-key']}${GUID}`;
  const answer = createHash('sha1').update(key).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${answer}\r\n\r\n`,
  );
  let closed = false;
  let closing = false;
  let rest = Buffer.alloc(0);
  let parts: Buffer[] = [];
  const write = (op: number, data: Buffer): void => {
    if (!closed && socket.writable) socket.write(encode(op, data));
  };
  const done = (): void => {
    if (closed) return;
    closed = true;
    gone();
  };
  const take = (frame: Frame): void => {
    switch (frame.op) {
      case OP.text:
      case OP.more:
        parts.push(frame.data);
        if (!frame.last) return;
        heard(Buffer.concat(parts).toString());
        parts = [];
        return;
      case OP.ping:
        write(OP.pong, frame.data);
        return;
      case OP.close:
        if (!closing) write(OP.close, frame.data.subarray(0, 2));
        done();
        socket.end();
        return;
    }
  };
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let frame = decode(rest); frame; frame = decode(rest)) {
      rest = rest.subarray(frame.bytes);
      take(frame);
    }
  });
  socket.on('error', done);
  socket.on('close', done);
  return {
    send: (text) => write(OP.text, Buffer.from(text)),
    ping: () => write(OP.ping, Buffer.alloc(0)),
    close: (code) => {
      write(OP.close, Buffer.from([code >> 8, code & 255]));
      closing = true;
    },
    destroy: () => socket.destroy(),
    get closed() {
      return closed;
    },
  };
}
