#!/usr/bin/env node
/** The commands. */
import { Command } from 'commander';
import { reason } from './complaint.ts';
import { type Config, readConfig } from './config.ts';
import { FaultsFound } from './faults.ts';
import type { Tell } from './log.ts';

const program = new Command('soundings')
  .description('Pulse surveys and exit interviews in chat, anonymous by construction.')
  .showHelpAfterError()
  .addHelpText(
    'after',
    `
Configuration (docs/operations.md): soundings.yaml in this folder, or the file named by SOUNDINGS_CONFIG;
without one, the demonstration company. Environment: PORT, HOST, DATABASE_URL, QUEUE_URL, SOUNDINGS_ROLE,
SOUNDINGS_PACE, SOUNDINGS_DATA, SOUNDINGS_KEYS, SOUNDINGS_KEY_SECRET, SOUNDINGS_NOW; for Slack SLACK_BOT_TOKEN and
SLACK_APP_TOKEN (README).`,
  );

program
  .command('start', { isDefault: true })
  .description('run the bot, and the local web chat on this machine')
  .action(run(startCommand));

program
  .command('doctor')
  .description('check configuration, files, database and keys, and say what is wrong')
  .action(
    run(async () => {
      const { doctor } = await import('./doctor.ts');
      const sound = await doctor(process.env, process.cwd(), console.log);
      if (!sound) process.exitCode = 1;
    }),
  );

program
  .command('audit')
  .description(
    'check that the live installation holds nothing but what it may, and what could be linked',
  )
  .option('--json', 'for machines')
  .action(
    run(async ({ json = false }: { json?: boolean }) => {
      const { auditCommand } = await import('./audit-command.ts');
      process.exitCode = await auditCommand(process.env, process.cwd(), { json }, console.log);
    }),
  );

program
  .command('replay')
  .description('run past answers from files through the same steps as chat, and write the figures')
  .requiredOption('--people <file>', 'people.csv: person, name, email, unit, ...')
  .requiredOption('--units <file>', 'units.csv: unit, name, parent, manager')
  .requiredOption('--survey <file>', 'survey.yaml: the questions (docs/formats.md)')
  .requiredOption('--answers <file>', 'answers.csv: round, person, question, value')
  .requiredOption('--figures <file>', 'where to write the figures, as JSON')
  .option('--database <file>', 'keep the result in this SQLite file; its keys go to <file>.keys')
  .action(
    run(async (options) => {
      const { replayCommand } = await import('./replay-command.ts');
      await replayCommand(options, tell);
    }),
  );

const exit = program.command('exit').description('past exit surveys: import and report');
exit
  .command('import <survey>')
  .description('count an exit survey from a CSV file into tallies; its rows are not kept')
  .requiredOption('--map <file>', 'what its columns mean (docs/formats.md)')
  .option('--tallies <file>', 'where the tallies are kept, as JSON', 'exits.json')
  .action(
    run(async (survey: string, options: { map: string; tallies: string }) => {
      const { importExits } = await import('./exit-command.ts');
      await importExits({ ...options, survey }, tell);
    }),
  );
exit
  .command('report')
  .description('why people left, as far as it may be told')
  .option('--tallies <file>', 'what exit import wrote', 'exits.json')
  .option('--json', 'for machines')
  .action(
    run(async ({ tallies, json = false }: { tallies: string; json?: boolean }) => {
      const { reportExits } = await import('./exit-command.ts');
      process.stdout.write(await reportExits(tallies, json));
    }),
  );

const round = program.command('round').description('look at rounds, open, close or cancel one');
round
  .command('list')
  .description('the newest 50 rounds, one line each')
  .action(run(async () => (await import('./operate.ts')).listRounds(await configured(), tell)));
round
  .command('open <campaign>')
  .description("open the round of a campaign's current window now")
  .action(
    run(async (campaign: string) => {
      const { openNow } = await import('./operate.ts');
      const config = await configured();
      await openNow(config, campaign, config.now ?? new Date(), tell);
    }),
  );
round
  .command('close <round>')
  .description('end a round before its time; the running program counts it')
  .action(
    run(async (id: string) =>
      (await import('./operate.ts')).closeNow(await configured(), id, tell),
    ),
  );
round
  .command('cancel <round>')
  .description('end a round and destroy everything sealed in it, unread')
  .action(
    run(async (id: string) =>
      (await import('./operate.ts')).cancelNow(await configured(), id, tell),
    ),
  );

program
  .command('link [person]')
  .description(
    'print a personal link to the page, which works once, for somebody without a chat account',
  )
  .option('--without-chat', 'for everybody who has none: person,name,link as CSV')
  .action(
    run(async (person: string | undefined, { withoutChat = false }: { withoutChat?: boolean }) => {
      const { linkCommand, whom } = await import('./link-command.ts');
      const asked = whom(person, withoutChat);
      // The links alone on standard output: they may be sent to a file.
      await linkCommand(await configured(), asked, tell, console.error);
    }),
  );

program
  .command('queue')
  .description('look at the queue')
  .command('status')
  .description('what waits, runs, is tried again, and was given up')
  .action(run(async () => (await import('./operate.ts')).queueStatus(await configured(), tell)));

program
  .command('manifest')
  .description('print the manifest of the Slack app: socket mode, or HTTP')
  .option('--http <url>', 'the public https address at which Slack reaches this program')
  .action(
    run(async ({ http }: { http?: string }) => {
      const { manifest } = await import('./manifest.ts');
      process.stdout.write(manifest(http));
    }),
  );

program
  .command('teams-package')
  .description('make the zip of the Teams app, checked against the schema of Microsoft')
  .requiredOption('--bot <id>', 'MicrosoftAppId of the Azure bot')
  .option('--app <id>', "the app's own id, a GUID; the bot's if left out")
  .option('--name <name>', 'what people see, at most 30 characters', 'Soundings')
  .requiredOption('--company <name>', 'who offers it to your people')
  .requiredOption('--website <url>', 'https address of the company')
  .requiredOption('--privacy <url>', 'https address of your privacy statement')
  .requiredOption('--terms <url>', 'https address of your terms of use')
  .option('--app-version <version>', 'higher at every upload', '1.0.0')
  .option('--domain <domain...>', 'of the public address, if pages are shown from there')
  .option('--out <file>', 'where to write it', 'soundings-teams.zip')
  .action(
    run(async (options) => {
      const { teamsPackageCommand } = await import('./teams-package.ts');
      await teamsPackageCommand(options, tell);
    }),
  );

await program.parseAsync();

/** Turns an error into its sentence and an exit status; a stack only for what nobody expected. */
function run<A extends unknown[]>(command: (...args: A) => Promise<void>) {
  return async (...args: A): Promise<void> => {
    try {
      await command(...args);
    } catch (error) {
      console.error(reason(error));
      if (process.env.SOUNDINGS_DEBUG && error instanceof Error) console.error(error.stack);
      process.exitCode = 1;
    }
  };
}

async function startCommand(): Promise<void> {
  const config = await configured();
  const log = process.stdout.isTTY || !config.organisation ? tell : await openLog();
  const { start } = await import('./main.ts');
  const running = await start(config, log);
  const name = config.organisation?.programme.organisation ?? 'the demonstration';
  log(`Soundings runs ${name}. Open ${running.url} (Ctrl+C stops it)`);
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await running.close();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function configured(): Promise<Config> {
  const config = await readConfig(process.env, process.cwd());
  if ('faults' in config) throw new FaultsFound(config.faults);
  return config;
}

/** JSON lines, for machines; the sentences of a terminal need no logger. */
async function openLog(): Promise<Tell> {
  const { jsonLog } = await import('./log.ts');
  return jsonLog();
}

function tell(line: string): void {
  console.log(line);
}
