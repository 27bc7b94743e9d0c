import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { AssociationViews as ViewsAnswer } from '@hillo/contracts/contacts';
import { fail, ok } from '@hillo/domain/shared';
import { Clock, newId } from '../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { DerivedTokens } from '../../../platform/tokens/index.js';
import { Sessions } from '../../accounts/index.js';
import { Evenings } from '../../evenings/index.js';
import { AssociationViewRepository } from '../data/association-view-repository.js';
import { AssociationViews } from './association-views.js';
import { ContactLetters } from './contact-letters.js';

/** How long a view is open; the organiser may open another. */
const VIEW_MS = 90 * 86_400_000;
/** Job that mails the link; payload `{ viewId }`. */
const SEND_ASSOCIATION_VIEW = 'send-association-view';

/** The organiser opens a view to a named e-mail of the association, and closes it (product rule 15). */
@Injectable()
export class OpenAssociationView implements OnModuleInit {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(AssociationViewRepository) private readonly repository: AssociationViewRepository,
    @Inject(AssociationViews) private readonly views: AssociationViews,
    @Inject(ContactLetters) private readonly letters: ContactLetters,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(SEND_ASSOCIATION_VIEW, async ({ viewId }) => {
      const view = await this.repository.live(String(viewId), this.clock.now());
      const evening = view && (await this.evenings.byId(view.eveningId));
      if (evening) await this.letters.viewOpened(view, evening);
    });
  }

  open(input: { operation: Operation; eveningId: string; affiliation: string; email: string }) {
    const { operation, eveningId, email } = input;
    return this.operations.once<ViewsAnswer, 'association-unknown'>(
      operation,
      async (db) => {
        const association = await this.views.find(eveningId, input.affiliation, db);
        if (!association || association.allowing.length === 0) return fail('association-unknown');
        const id = newId();
        const now = this.clock.now();
        await this.repository.insert(db, {
          id,
          eveningId,
          affiliation: association.name,
          email,
          tokenHash: this.tokens.deriveHash('association', id, 1),
          openedBy: operation.actor,
          now,
          expiresAt: new Date(now.getTime() + VIEW_MS),
        });
        await db.enqueue(SEND_ASSOCIATION_VIEW, { viewId: id });
        return ok({ id });
      },
      () => this.views.read(eveningId),
    );
  }

  close(input: { operation: Operation; eveningId: string; viewId: string }) {
    const { operation, eveningId, viewId } = input;
    return this.operations.once<ViewsAnswer, 'not-found'>(
      operation,
      async (db) => {
        if (!(await this.repository.revoke(db, eveningId, viewId, this.clock.now())))
          return fail('not-found');
        await this.sessions.revoke(db, 'association', viewId);
        return ok({ id: viewId });
      },
      () => this.views.read(eveningId),
    );
  }
}
