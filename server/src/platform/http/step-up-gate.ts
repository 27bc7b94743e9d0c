import type { Actor } from '@hillo/contracts/access';
import type { StepUpPurpose } from '@hillo/domain/accounts';

/** Port: whether who is signed in by a link has shown more than the link. The accounts module provides it. */
export abstract class StepUpGate {
  /** True also for somebody who has no address that a code could be sent to. */
  abstract isOpen(actor: Actor, purpose: StepUpPurpose): Promise<boolean>;
}
