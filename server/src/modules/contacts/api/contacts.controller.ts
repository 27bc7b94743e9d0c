import { Controller, Inject } from '@nestjs/common';
import { contactsApi } from '@hillo/contracts/contacts';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { MailContacts } from '../use-cases/mail-contacts.js';
import { OwnSheet } from '../use-cases/own-sheet.js';
import { WithdrawContacts } from '../use-cases/withdraw-contacts.js';

type Api = typeof contactsApi;

/** An attendee's own contact sheet. */
@Controller()
export class ContactsController {
  constructor(
    @Inject(OwnSheet) private readonly sheet: OwnSheet,
    @Inject(MailContacts) private readonly mail: MailContacts,
    @Inject(WithdrawContacts) private readonly withdraw: WithdrawContacts,
  ) {}

  @Route(contactsApi, 'GET /api/me/:registration/contacts')
  read({ actor, locale }: CallOf<Api, 'GET /api/me/:registration/contacts'>) {
    return this.sheet.read(actor, locale);
  }

  @Route(contactsApi, 'GET /api/me/:registration/contact-files/:format')
  file(call: CallOf<Api, 'GET /api/me/:registration/contact-files/:format'>) {
    return this.sheet.file(call.actor, call.params.format, call.locale);
  }

  @Route(contactsApi, 'POST /api/me/:registration/contact-mails')
  mailToMyself(call: CallOf<Api, 'POST /api/me/:registration/contact-mails'>) {
    return this.mail.ask(call.actor, call.operation, call.locale);
  }

  @Route(contactsApi, 'POST /api/me/:registration/contact-withdrawals')
  withdrawAll(call: CallOf<Api, 'POST /api/me/:registration/contact-withdrawals'>) {
    return this.withdraw.run(call.actor, call.operation, call.locale);
  }
}
