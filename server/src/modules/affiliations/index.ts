import { Module } from '@nestjs/common';
import { EveningsModule } from '../evenings/index.js';
import { AffiliationsController } from './api/affiliations.controller.js';
import { AffiliationRepository } from './data/affiliation-repository.js';
import { ImportLines } from './use-cases/import-lines.js';
import { KeepList } from './use-cases/keep-list.js';
import { Suggest } from './use-cases/suggest.js';

export { AffiliationRepository } from './data/affiliation-repository.js';

/** The list of affiliations that an organisation keeps, and what forms suggest from it. */
@Module({
  imports: [EveningsModule],
  controllers: [AffiliationsController],
  providers: [AffiliationRepository, ImportLines, KeepList, Suggest],
})
export class AffiliationsModule {}
