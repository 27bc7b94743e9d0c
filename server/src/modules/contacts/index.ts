import { Module } from '@nestjs/common';
import { EncountersModule } from '../encounters/index.js';
import { EveningsModule } from '../evenings/index.js';
import { RegistrationModule } from '../registration/index.js';
import { AssociationController } from './api/association.controller.js';
import { ContactsController } from './api/contacts.controller.js';
import { AssociationViewRepository } from './data/association-view-repository.js';
import { ContactExportRepository } from './data/contact-export-repository.js';
import { KeptContactRepository } from './data/kept-contact-repository.js';
import { AssociationContacts } from './use-cases/association-contacts.js';
import { AssociationViews } from './use-cases/association-views.js';
import { ContactLetters } from './use-cases/contact-letters.js';
import { EnterAssociationView } from './use-cases/enter-association-view.js';
import { ExportLog } from './use-cases/files/export-log.js';
import { SheetFiles } from './use-cases/files/sheet-files.js';
import { ForgetKeptContacts } from './use-cases/forget-kept-contacts.js';
import { MailContacts } from './use-cases/mail-contacts.js';
import { Meetings } from './use-cases/meetings.js';
import { OpenAssociationView } from './use-cases/open-association-view.js';
import { OwnSheet } from './use-cases/own-sheet.js';
import { PurgeContacts } from './use-cases/purge-contacts.js';
import { TellSheetsReady } from './use-cases/tell-sheets-ready.js';
import { WithdrawContacts } from './use-cases/withdraw-contacts.js';

/** The contact sheet, its exports, who has my contact, and what an association sees. */
@Module({
  imports: [EncountersModule, EveningsModule, RegistrationModule],
  controllers: [AssociationController, ContactsController],
  providers: [
    AssociationContacts,
    AssociationViewRepository,
    AssociationViews,
    ContactExportRepository,
    ContactLetters,
    EnterAssociationView,
    ExportLog,
    ForgetKeptContacts,
    KeptContactRepository,
    MailContacts,
    Meetings,
    OpenAssociationView,
    OwnSheet,
    PurgeContacts,
    SheetFiles,
    TellSheetsReady,
    WithdrawContacts,
  ],
})
export class ContactsModule {}
