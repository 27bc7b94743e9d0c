import { Controller, Inject } from '@nestjs/common';
import { demonstrationApi } from '@hillo/contracts/demonstration';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { RemoveDemonstration } from '../use-cases/remove-demonstration.js';

@Controller()
export class DemonstrationController {
  constructor(@Inject(RemoveDemonstration) private readonly removeDemonstration: RemoveDemonstration) {}

  @Route(demonstrationApi, 'DELETE /api/organisations/:organisation/demonstration')
  remove(call: CallOf<typeof demonstrationApi, 'DELETE /api/organisations/:organisation/demonstration'>) {
    return this.removeDemonstration.run(call.params.organisation, call.operation);
  }
}
