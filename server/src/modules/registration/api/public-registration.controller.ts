import { Controller, Inject } from '@nestjs/common';
import { registrationApi } from '@hillo/contracts/registration';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { AskForLinks } from '../use-cases/ask-for-links.js';
import { DescribeForm } from '../use-cases/describe-form.js';
import { OpenPersonalLink } from '../use-cases/open-personal-link.js';
import { Register } from '../use-cases/register.js';

type Api = typeof registrationApi;

@Controller()
export class PublicRegistrationController {
  constructor(
    @Inject(DescribeForm) private readonly describeForm: DescribeForm,
    @Inject(Register) private readonly registering: Register,
    @Inject(AskForLinks) private readonly asking: AskForLinks,
    @Inject(OpenPersonalLink) private readonly links: OpenPersonalLink,
  ) {}

  @Route(registrationApi, 'GET /api/public/evenings/:slug/registration')
  form(call: CallOf<Api, 'GET /api/public/evenings/:slug/registration'>) {
    return this.describeForm.run(call.params.slug);
  }

  @Route(registrationApi, 'POST /api/public/evenings/:slug/registrations')
  register(call: CallOf<Api, 'POST /api/public/evenings/:slug/registrations'>) {
    return this.registering.run(call.params.slug, call.body, call.operation);
  }

  @Route(registrationApi, 'POST /api/public/evenings/:slug/link-requests')
  askForLinks(call: CallOf<Api, 'POST /api/public/evenings/:slug/link-requests'>) {
    return this.asking.run(call.params.slug, call.body.email);
  }

  @Route(registrationApi, 'POST /api/personal-links/preview')
  preview(call: CallOf<Api, 'POST /api/personal-links/preview'>) {
    return this.links.preview(call.body.token, call.request, call.locale);
  }

  @Route(registrationApi, 'POST /api/session/attendee')
  continueAs(call: CallOf<Api, 'POST /api/session/attendee'>) {
    return this.links.continueAs(call.body.token, call.request, call.reply);
  }
}
