import { Controller, Inject } from '@nestjs/common';
import { healthApi } from '@hillo/contracts/health';
import { fail, ok } from '@hillo/domain/shared';
import { CONFIG, type Config } from '../../../config/index.js';
import { ActorResolver, type CallOf, Route, sessionTokenOf } from '../../../platform/http/index.js';
import { StreamAccess, Streams } from '../../../platform/realtime/index.js';

/** The HTTP side of streams: a phone that missed a change fetches it here. Authorised like a watch of the same stream. */
@Controller()
export class StreamController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ActorResolver) private readonly resolver: ActorResolver,
    @Inject(StreamAccess) private readonly access: StreamAccess,
    @Inject(Streams) private readonly streams: Streams,
  ) {}

  @Route(healthApi, 'GET /api/streams/:stream')
  async since(call: CallOf<typeof healthApi, 'GET /api/streams/:stream'>) {
    const requirement = this.access.requirement(call.params.stream);
    if (!requirement) return fail('not-found');
    const token = sessionTokenOf(call.request, this.config);
    const actor = await this.resolver.resolve(token, requirement.access, requirement.scope);
    if (!actor.ok) return actor;
    return ok(await this.streams.since(requirement.stream, call.query.since));
  }
}
