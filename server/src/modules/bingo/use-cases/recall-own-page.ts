import { Inject, Injectable } from '@nestjs/common';
import { AskForLinks } from '../../registration/index.js';

/** Whoever scanned a badge without a session may have lost the own link (product rule 14). */
@Injectable()
export class RecallOwnPage {
  constructor(@Inject(AskForLinks) private readonly links: AskForLinks) {}

  run(badgeToken: string, email: string): Promise<void> {
    return this.links.forBadge(badgeToken, email);
  }
}
