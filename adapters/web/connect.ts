/** The web chat: the third Chat. It listens on this machine only, unless people sign in. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Chat } from '../../src/ports/chat.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import { chat } from './chat.ts';
import { isLoopback, ownPage, sameOrigin, strictHeaders } from './guard.ts';
import { limits } from './limits.ts';
import { type Live, openLive } from './live.ts';
import { withoutLinks } from './no-links.ts';
import type { Beside, WebOptions } from './options.ts';
import { api } from './receive.ts';
import { type Signed, sessions } from './session.ts';
import { failedPage, serveOperatorNear, serveSignIn } from './sign-in.ts';
import { serveFiles } from './static.ts';
import { watch } from './watch.ts';

export interface Web extends Chat {
  /** Serves the page, and hands replies to `inbox`. Rejects if others could reach it unasked, or the port is taken. */
  listen(inbox: Inbox, beside?: readonly Beside[]): Promise<{ readonly url: string }>;
}

export function web(options: WebOptions): Web {
  const live = openLive();
  let server: Server | undefined;
  let unwatch = () => {};
  return {
    ...chat(options.messages, () => options.clock.now(), live),
    async listen(inbox, beside = []) {
      if (!options.signIn && !isLoopback(options.host)) {
        throw new Error(
          `HOST is ${options.host}, but nobody signs in to the web page here, so it listens on this machine only. ` +
            'Set HOST to 127.0.0.1, or leave it out.',
        );
      }
      const page = getRequestListener(routes(options, live, inbox).fetch);
      const patience = { requestTimeout: limits.arriving, headersTimeout: limits.arrivingHead };
      server = createServer(patience, withBeside(page, beside));
      const url = await started(server, options);
      if (options.watch) unwatch = watch(options.messages, live, options.watch);
      return { url };
    },
    async close() {
      unwatch();
      live.close();
      if (server?.listening) await stopped(server);
    },
  };
}

/** What lies beside the page is found by its path, before the page sees it. */
function withBeside(page: RequestListener, beside: readonly Beside[]): RequestListener {
  return (request, response) => {
    const asked = request.url?.split('?', 1)[0] ?? '';
    const other = beside.find(({ path }) =>
      path.endsWith('/') ? asked.startsWith(path) : asked === path,
    );
    const take = other?.requests ?? page;
    take(request, response);
  };
}

function routes(options: WebOptions, live: Live, inbox: Inbox): Hono<Signed> {
  const { signIn, clock } = options;
  const app = new Hono<Signed>();
  if (signIn) serveOperatorNear(app);
  if (options.also) app.route('/', options.also);
  app.use(strictHeaders(signIn?.site));
  if (signIn) {
    const kept = sessions(signIn, clock.now);
    serveSignIn(app, options, signIn, kept);
    app.use(ownPage(signIn.site));
    app.route('/api', api(options, live, withoutLinks(inbox, signIn), kept));
  } else {
    app.use(sameOrigin());
    app.route('/api', api(options, live, inbox));
  }
  serveFiles(app);
  app.notFound((c) => c.json({ error: 'There is nothing at this address.' }, 404));
  app.onError((error, c) => {
    options.failed?.('a request failed', error);
    const page = signIn && failedPage(c);
    return page ?? c.json({ error: 'Something went wrong. Please try again.' }, 500);
  });
  return app;
}

function started(server: Server, { host, port }: WebOptions): Promise<string> {
  const name = host.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, host, port)));
    server.listen({ host: name, port }, () => {
      const bound = (server.address() as AddressInfo).port;
      resolve(`http://${name.includes(':') ? `[${name}]` : name}:${bound}`);
    });
  });
}

function inWords(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const say = (sentence: string) => new Error(sentence, { cause: error });
  switch (error.code) {
    case 'EADDRINUSE':
      return say(`PORT ${port} is in use by another program. Stop it, or set PORT to a free one.`);
    case 'EACCES':
      return say(`PORT ${port} is not allowed for this user. Set PORT to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return say(`HOST ${host} is no address of this machine. Set HOST to 127.0.0.1.`);
    default:
      return error;
  }
}

/** Requests in hand are answered; what is still open after the grace period is cut. */
function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    const cut = setTimeout(() => server.closeAllConnections(), limits.closing);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
