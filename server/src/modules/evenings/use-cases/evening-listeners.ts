import { Injectable } from '@nestjs/common';
import type { CopyPart, EveningChanges } from '@hillo/domain/evenings';
import type { Transaction } from '../../../platform/database/index.js';
import type { Evening } from '../data/evening-row.js';

/** A change of a published or running evening that people are told of; the organiser has confirmed it. */
export interface ToldChange {
  readonly before: Evening;
  /** As it is now; its `sequence` is that of the calendar entry to send. */
  readonly evening: Evening;
  readonly changes: EveningChanges;
  /** The organiser's own words; may be empty. */
  readonly words: string;
}

/**
 * What higher modules do when an evening moves on. Each runs inside the transaction of the move, which holds the evening's row:
 * enqueue mails there, and they go exactly when the move is committed.
 */
export interface EveningListener {
  published?(db: Transaction, evening: Evening): Promise<void>;
  /** Only for changes that are mailed: time and place always, additions when the organiser chose so. */
  changed?(db: Transaction, change: ToldChange): Promise<void>;
  /** Any change of the plan of a public evening, mailed or not: the seats, for instance. */
  replanned?(db: Transaction, evening: Evening): Promise<void>;
  cancelled?(db: Transaction, cancellation: Pick<ToldChange, 'before' | 'evening' | 'words'>): Promise<void>;
  closed?(db: Transaction, evening: Evening): Promise<void>;
  /** Once, when a published evening begins in a day (same time on the wall). */
  dayBefore?(db: Transaction, evening: Evening): Promise<void>;
  /** The parts of an earlier evening that belong to other nouns. */
  copied?(
    db: Transaction,
    copy: { readonly sourceId: string; readonly targetId: string; readonly parts: readonly CopyPart[] },
  ): Promise<void>;
}

type Event = keyof EveningListener;
type Payload<Name extends Event> = Parameters<NonNullable<EveningListener[Name]>>[1];

/** Evenings know nothing of registrations: modules above hook in here, in `onModuleInit`. */
@Injectable()
export class EveningListeners {
  private readonly listeners: EveningListener[] = [];

  add(listener: EveningListener): void {
    this.listeners.push(listener);
  }

  /** One after the other, in the order of the modules. */
  async tell<Name extends Event>(db: Transaction, event: Name, payload: Payload<Name>): Promise<void> {
    for (const listener of this.listeners) {
      const handle = listener[event] as
        ((db: Transaction, payload: Payload<Name>) => Promise<void>) | undefined;
      await handle?.call(listener, db, payload);
    }
  }
}
