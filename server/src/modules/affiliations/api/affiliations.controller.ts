import { Controller, Inject } from '@nestjs/common';
import { affiliationsApi } from '@hillo/contracts/affiliations';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ImportLines } from '../use-cases/import-lines.js';
import { KeepList } from '../use-cases/keep-list.js';
import { Suggest } from '../use-cases/suggest.js';

type Api = typeof affiliationsApi;

@Controller()
export class AffiliationsController {
  constructor(
    @Inject(KeepList) private readonly keeping: KeepList,
    @Inject(ImportLines) private readonly importing: ImportLines,
    @Inject(Suggest) private readonly suggesting: Suggest,
  ) {}

  @Route(affiliationsApi, 'GET /api/organisations/:organisation/affiliations')
  list(call: CallOf<Api, 'GET /api/organisations/:organisation/affiliations'>) {
    return this.keeping.list(call.params.organisation, call.query);
  }

  @Route(affiliationsApi, 'POST /api/organisations/:organisation/affiliations')
  add(call: CallOf<Api, 'POST /api/organisations/:organisation/affiliations'>) {
    return this.keeping.add(call.params.organisation, call.body, call.operation);
  }

  @Route(affiliationsApi, 'PATCH /api/organisations/:organisation/affiliations/:affiliation')
  change(call: CallOf<Api, 'PATCH /api/organisations/:organisation/affiliations/:affiliation'>) {
    return this.keeping.change(call.params.organisation, call.params.affiliation, call.body, call.operation);
  }

  @Route(affiliationsApi, 'POST /api/organisations/:organisation/affiliations/import')
  importLines(call: CallOf<Api, 'POST /api/organisations/:organisation/affiliations/import'>) {
    return this.importing.run(call.params.organisation, call.body.lines, call.operation);
  }

  @Route(affiliationsApi, 'GET /api/evenings/:evening/affiliations')
  suggest(call: CallOf<Api, 'GET /api/evenings/:evening/affiliations'>) {
    return this.suggesting.forEvening(call.params.evening, call.query.typed);
  }

  @Route(affiliationsApi, 'GET /api/public/evenings/:slug/affiliations')
  suggestInPublic(call: CallOf<Api, 'GET /api/public/evenings/:slug/affiliations'>) {
    return this.suggesting.forSlug(call.params.slug, call.query.typed);
  }
}
