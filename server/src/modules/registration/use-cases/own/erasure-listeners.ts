import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../../platform/database/index.js';

/** What a higher module does when a person's data is erased: inside the same transaction, before the registration is emptied. */
export interface ErasureListener {
  /** True when something of the evening still hangs on the person, such as somebody else's meeting. */
  erased(db: Transaction, registrationId: string): Promise<boolean>;
}

/** Higher modules register themselves when the application starts. */
@Injectable()
export class ErasureListeners {
  private readonly listeners: ErasureListener[] = [];

  add(listener: ErasureListener): void {
    this.listeners.push(listener);
  }

  async erased(db: Transaction, registrationId: string): Promise<boolean> {
    let leavesTraces = false;
    for (const listener of this.listeners)
      leavesTraces = (await listener.erased(db, registrationId)) || leavesTraces;
    return leavesTraces;
  }
}
