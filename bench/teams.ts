/** Taps a second through Teams' whole path, against a bare botbuilder app that verifies the same token and answers. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openingOf } from '../src/campaign/open-round.ts';
import { atOnce, steadily } from './clicks.ts';
import { CAMPAIGN, WINDOW } from './company.ts';
import { type Line, rates } from './line.ts';
import { interleaved } from './runs.ts';
import { APP, microsoft, type Ready, request } from './teams-invoke.ts';

/** For the times of answers, taps a second. */
const STEADY = 300;

export async function measureTeams(short: boolean): Promise<Line[]> {
  const taps = short ? 2_000 : 10_000;
  const { metadata, token, close } = await microsoft();
  const apps = {
    ours: await app(APP.ours, metadata, taps),
    bare: await app(APP.bare, metadata, taps),
  };
  try {
    const asked = openingOf(CAMPAIGN, WINDOW, 0);
    const about = { round: asked.id, question: asked.questions[0]?.id ?? '', token };
    const requests = Array.from({ length: taps }, (_, i) => request(i, about));
    for (const { port } of Object.values(apps)) await atOnce(port, requests.slice(0, 500));
    const found = await interleaved(short ? 1 : 3, {
      ours: () => atOnce(apps.ours.port, requests),
      bare: () => atOnce(apps.bare.port, requests),
    });
    const steady = requests.slice(0, STEADY * (short ? 2 : 6));
    const late = await interleaved(short ? 1 : 3, {
      ours: () => steadily(apps.ours.port, steady, STEADY),
      bare: () => steadily(apps.bare.port, steady, STEADY),
    });
    await allSealed(apps.ours.process, taps);
    return [
      rates(
        'Teams taps, sealed and durable',
        found.ours,
        found.bare,
        'at least 0.75',
        ' botbuilder',
      ),
      {
        what: `the same, 99th percentile at ${STEADY}/s`,
        ours: `${late.ours.toFixed(1)} ms`,
        bare: `${late.bare.toFixed(1)} ms botbuilder`,
        ratio: (late.ours / late.bare).toFixed(2),
        target: 'at most 1.5',
      },
    ];
  } finally {
    for (const each of Object.values(apps)) each.process.kill('SIGKILL');
    close();
  }
}

interface Running {
  readonly process: ChildProcess;
  readonly port: number;
}

async function app(kind: string, metadata: string, people: number): Promise<Running> {
  const process = fork(new URL('./teams-app.js', import.meta.url), [kind, metadata, `${people}`]);
  const [ready] = (await once(process, 'message')) as [Ready];
  if (!('port' in ready)) throw new Error(`The ${kind} app did not start.`);
  return { process, port: ready.port };
}

/** A figure that was reached by leaving answers out is none. */
async function allSealed(process: ChildProcess, taps: number): Promise<void> {
  process.send('how many?');
  const [answer] = (await once(process, 'message')) as [Ready];
  const sealed = 'sealed' in answer ? answer.sealed : 0;
  if (sealed !== taps) throw new Error(`${sealed} answers are sealed after ${taps} taps.`);
}
