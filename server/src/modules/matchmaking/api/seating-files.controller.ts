import { Controller, Inject } from '@nestjs/common';
import { seatingApi } from '@hillo/contracts/seating';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ExportSeating } from '../use-cases/seating/export-seating.js';
import { PrintSeating } from '../use-cases/seating/print-seating.js';

type Api = typeof seatingApi;

/** The seating to print and to take along. */
@Controller()
export class SeatingFilesController {
  constructor(
    @Inject(PrintSeating) private readonly print: PrintSeating,
    @Inject(ExportSeating) private readonly exportSeating: ExportSeating,
  ) {}

  @Route(seatingApi, 'GET /api/evenings/:evening/seating/slips.pdf')
  slips({ params }: CallOf<Api, 'GET /api/evenings/:evening/seating/slips.pdf'>) {
    return this.print.slips(params.evening);
  }

  @Route(seatingApi, 'GET /api/evenings/:evening/seating/place-cards.pdf')
  placeCards({ params, query }: CallOf<Api, 'GET /api/evenings/:evening/seating/place-cards.pdf'>) {
    return this.print.placeCards(params.evening, query.round);
  }

  @Route(seatingApi, 'GET /api/evenings/:evening/seating/tables.pdf')
  tables({ params }: CallOf<Api, 'GET /api/evenings/:evening/seating/tables.pdf'>) {
    return this.print.tables(params.evening);
  }

  @Route(seatingApi, 'GET /api/evenings/:evening/seating/seating.csv')
  csv({ actor, params }: CallOf<Api, 'GET /api/evenings/:evening/seating/seating.csv'>) {
    return this.exportSeating.run(params.evening, actor.key);
  }
}
