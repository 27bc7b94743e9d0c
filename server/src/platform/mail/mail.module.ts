import { Global, Module } from '@nestjs/common';
import { KeptMails } from './kept-mails.js';
import { Mailer } from './mailer.js';

@Global()
@Module({ providers: [KeptMails, Mailer], exports: [KeptMails, Mailer] })
export class MailModule {}
