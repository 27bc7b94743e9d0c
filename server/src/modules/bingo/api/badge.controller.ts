import { Controller, Inject } from '@nestjs/common';
import { bingoApi } from '@hillo/contracts/bingo';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { RecallOwnPage } from '../use-cases/recall-own-page.js';

type Api = typeof bingoApi;

/** The page of a badge link: whoever scanned it may have lost the own link (product rule 14). */
@Controller()
export class BadgeController {
  constructor(@Inject(RecallOwnPage) private readonly recall: RecallOwnPage) {}

  @Route(bingoApi, 'POST /api/badges/link-requests')
  askForLinks(call: CallOf<Api, 'POST /api/badges/link-requests'>) {
    return this.recall.run(call.body.badge, call.body.email);
  }
}
