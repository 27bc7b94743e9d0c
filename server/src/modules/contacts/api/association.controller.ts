import { Controller, Inject } from '@nestjs/common';
import { contactsApi } from '@hillo/contracts/contacts';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { AssociationContacts } from '../use-cases/association-contacts.js';
import { AssociationViews } from '../use-cases/association-views.js';
import { EnterAssociationView } from '../use-cases/enter-association-view.js';
import { OpenAssociationView } from '../use-cases/open-association-view.js';

type Api = typeof contactsApi;

/** Associations' views: opened by the organiser, read by the association. */
@Controller()
export class AssociationController {
  constructor(
    @Inject(AssociationViews) private readonly views: AssociationViews,
    @Inject(OpenAssociationView) private readonly opening: OpenAssociationView,
    @Inject(EnterAssociationView) private readonly entering: EnterAssociationView,
    @Inject(AssociationContacts) private readonly contacts: AssociationContacts,
  ) {}

  @Route(contactsApi, 'GET /api/evenings/:evening/association-views')
  list({ params }: CallOf<Api, 'GET /api/evenings/:evening/association-views'>) {
    return this.views.read(params.evening);
  }

  @Route(contactsApi, 'POST /api/evenings/:evening/association-views')
  open({ operation, params, body }: CallOf<Api, 'POST /api/evenings/:evening/association-views'>) {
    return this.opening.open({ operation, eveningId: params.evening, ...body });
  }

  @Route(contactsApi, 'DELETE /api/evenings/:evening/association-views/:view')
  close(call: CallOf<Api, 'DELETE /api/evenings/:evening/association-views/:view'>) {
    const { evening: eveningId, view: viewId } = call.params;
    return this.opening.close({ operation: call.operation, eveningId, viewId });
  }

  @Route(contactsApi, 'POST /api/session/association')
  enter({ body, request, reply }: CallOf<Api, 'POST /api/session/association'>) {
    return this.entering.run(body.token, request, reply);
  }

  @Route(contactsApi, 'GET /api/evenings/:evening/association-contacts')
  read({ actor, locale }: CallOf<Api, 'GET /api/evenings/:evening/association-contacts'>) {
    return this.contacts.read(actor, locale);
  }

  @Route(contactsApi, 'GET /api/evenings/:evening/association-contact-files/:format')
  file(call: CallOf<Api, 'GET /api/evenings/:evening/association-contact-files/:format'>) {
    return this.contacts.file(call.actor, call.params.format, call.locale);
  }
}
