import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId } from '../../../../platform/clock/index.js';
import { ContactExportRepository } from '../../data/contact-export-repository.js';

/** Who exported when and how many rows (`quality.md` section 5); never whose. */
@Injectable()
export class ExportLog {
  constructor(
    @Inject(ContactExportRepository) private readonly exports: ContactExportRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** `actor` is the actor's key. */
  add(eveningId: string, actor: string, format: string, rows: number): Promise<void> {
    return this.exports.insert({ id: newId(), eveningId, actor, format, rows, at: this.clock.now() });
  }
}
