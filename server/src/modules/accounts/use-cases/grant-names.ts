import { Injectable } from '@nestjs/common';
import type { Locale } from '@hillo/domain/shared';
import type { Grant, GrantKind } from '../data/session-repository.js';

export interface GrantName {
  /** Who one is with this grant: a first name, a device's holder, an account's name. */
  readonly name: string;
  /** Where: the evening as its reader knows it, or the organisation. */
  readonly place: string;
}

type Describe = (grants: readonly Grant[], locale: Locale) => Promise<ReadonlyMap<string, GrantName>>;

/** Modules say how their grants read in the switcher (product rule 14). */
@Injectable()
export class GrantNames {
  private readonly describers = new Map<GrantKind, Describe>();

  register(kind: GrantKind, describe: Describe): void {
    this.describers.set(kind, describe);
  }

  /** Grants with their names; one whose subject is gone is left out. */
  async of(grants: readonly Grant[], locale: Locale): Promise<readonly (Grant & GrantName)[]> {
    const named: (Grant & GrantName)[] = [];
    for (const [kind, describe] of this.describers) {
      const ofKind = grants.filter((grant) => grant.kind === kind);
      if (ofKind.length === 0) continue;
      const names = await describe(ofKind, locale);
      for (const grant of ofKind) {
        const name = names.get(grant.subjectId);
        if (name) named.push({ ...grant, ...name });
      }
    }
    return named;
  }
}
