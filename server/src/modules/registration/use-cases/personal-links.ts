import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/index.js';
import { DerivedTokens } from '../../../platform/tokens/index.js';
import type { BadgeVersions } from '../data/attendee-repository.js';
import type { Registration } from '../data/rows.js';

/** Addresses of a registration's own page and badge, derived anew each time (product rule 13). */
@Injectable()
export class PersonalLinks {
  constructor(
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens the own page after a click; only for the person and for mail to the person. */
  personal({ id, personalVersion }: Pick<Registration, 'id' | 'personalVersion'>): string {
    return `${this.config.PUBLIC_URL}/p/${this.tokens.derive('personal', id, personalVersion)}`;
  }

  /** What the badge's QR says; null for a child, whose badge has none (product rule 6). */
  badge({
    id,
    kind,
    badgeFrom,
    badgeVersion,
  }: Pick<Registration, 'id' | 'kind' | 'badgeFrom' | 'badgeVersion'>): string | null {
    return kind === 'child'
      ? null
      : `${this.config.PUBLIC_URL}/b/${this.tokens.derive('badge', badgeFrom ?? id, badgeVersion)}`;
  }

  /** The same for a badge that was printed ahead and is nobody's yet. */
  reserve(id: string): string {
    return `${this.config.PUBLIC_URL}/b/${this.tokens.derive('badge', id, 1)}`;
  }

  /** Hash of the badge's token, as a phone of the door without network knows it; null for a child. */
  badgeHash({
    id,
    kind,
    badgeFrom,
    badgeVersion,
  }: Pick<Registration, 'id' | 'kind' | 'badgeFrom' | 'badgeVersion'>): string | null {
    return kind === 'child' ? null : this.tokens.deriveHash('badge', badgeFrom ?? id, badgeVersion);
  }

  /** Hashes of the badges that somebody had before; of all, when the person is gone. */
  voidBadgeHashes({ id, badgeVersion, wearsAnother, gone }: BadgeVersions): string[] {
    const versions = gone || wearsAnother ? badgeVersion : badgeVersion - 1;
    return Array.from({ length: versions }, (_, index) => this.tokens.deriveHash('badge', id, index + 1));
  }
}
