import { Injectable } from '@nestjs/common';
import type { Db } from '../../../../platform/database/index.js';
import type { StepUpSubject } from '../../data/step-up-repository.js';

export interface StepUpAddress {
  readonly address: string;
  /** How the mail greets; null when it is no person's address. */
  readonly name: string | null;
}

type Find = (id: string, db?: Db) => Promise<StepUpAddress | null>;

/** Modules say where the people of their links are reached. */
@Injectable()
export class StepUpAddresses {
  private readonly finders = new Map<StepUpSubject['kind'], Find>();

  register(kind: StepUpSubject['kind'], find: Find): void {
    this.finders.set(kind, find);
  }

  /** Null for somebody who gave none. */
  async of({ kind, id }: StepUpSubject, db?: Db): Promise<StepUpAddress | null> {
    return (await this.finders.get(kind)?.(id, db)) ?? null;
  }
}
