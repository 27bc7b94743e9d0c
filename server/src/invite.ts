import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { emailSchema } from '@hillo/contracts/accounts';
import { line } from '@hillo/contracts/text-fields';
import { LOCALES } from '@hillo/domain/shared';
import { z } from 'zod';
import { AppModule } from './app.module.js';
import { CommandError, runCommand } from './command.js';
import { readConfig } from './config/index.js';
import { AccountMails, Invitations } from './modules/accounts/index.js';
import { Log } from './platform/log/index.js';

const ORGANISATION_MAX = 120;
const USAGE = `Say whom to invite and where: --email somebody@example.org --organisation "Name of the network", and --language ${LOCALES.join('|')} if the mail is not to be in the organisation's own.`;

const invitationInput = z.object({
  email: emailSchema,
  organisation: line(ORGANISATION_MAX),
  language: z.enum(LOCALES).optional(),
});

function readArguments(): z.output<typeof invitationInput> {
  const string = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { email: string, organisation: string, language: string } });
    return invitationInput.parse(values);
  } catch {
    throw new CommandError(USAGE);
  }
}

/** Invites the first organiser of an organisation, which is made if there is none of this name. The link goes by mail only. */
async function main(): Promise<void> {
  const { email, organisation, language } = readArguments();
  const config = readConfig(process.env);
  // Never listens: modules that add routes find an adapter all the same.
  const nest = await NestFactory.create(AppModule.register(config, {}), new FastifyAdapter(), {
    logger: new Log(config),
    abortOnError: false,
    bodyParser: false,
  });
  try {
    await nest.init();
    const { id, locale } = await nest.get(Invitations).inviteFirst(organisation, email, language);
    await nest.get(AccountMails).sendInvitation(id, locale);
  } finally {
    await nest.close();
  }
  const how = config.SMTP_URL ? 'was mailed' : 'waits at /dev/mail';
  process.stdout.write(`The invitation of the first organiser of ${organisation} ${how}.\n`);
}

await runCommand('The invitation could not be sent', main);
