import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { CrewDevices as DeviceList } from '@hillo/contracts/crew';
import { fail, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { GrantNames, Sessions } from '../../../accounts/index.js';
import { CrewRepository } from '../../data/crew-repository.js';
import { ReadEvenings } from '../read-evenings.js';

/** The devices of an evening's crew, revoked with a tap. */
@Injectable()
export class CrewDevices implements OnModuleInit {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(CrewRepository) private readonly crew: CrewRepository,
    @Inject(ReadEvenings) private readonly evenings: ReadEvenings,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(GrantNames) private readonly names: GrantNames,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.names.register('device', async (grants, locale) => {
      const devices = await this.crew.named(grants.map((grant) => grant.subjectId));
      const evenings = await this.evenings.names(
        devices.map((device) => device.eveningId),
        locale,
      );
      return new Map(
        devices.map(({ id, holderName, eveningId }) => [
          id,
          { name: holderName, place: evenings.get(eveningId) ?? '' },
        ]),
      );
    });
  }

  async list(eveningId: string): Promise<DeviceList> {
    const devices = await this.crew.devices(eveningId, this.clock.now());
    return {
      devices: devices.map(({ createdAt, expiresAt, seenAt, ...rest }) => ({
        ...rest,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        seenAt: seenAt && seenAt.toISOString(),
      })),
    };
  }

  revoke(eveningId: string, deviceId: string, operation: Operation) {
    return this.operations.once<DeviceList, 'not-found'>(
      operation,
      async (db) => {
        if (!(await this.crew.revoke(db, eveningId, deviceId, this.clock.now()))) return fail('not-found');
        await this.sessions.revoke(db, 'device', deviceId);
        return ok({ id: deviceId });
      },
      async () => ok(await this.list(eveningId)),
    );
  }
}
