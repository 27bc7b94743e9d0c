import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isLocale, type Locale } from '@hillo/domain/shared';
import { dates } from '@hillo/i18n';
import { CONFIG, type Config } from '../../../config/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Mailer } from '../../../platform/mail/index.js';
import { Texts } from '../../../platform/texts/index.js';
import { DerivedTokens } from '../../../platform/tokens/index.js';
import { AccountRepository } from '../data/account-repository.js';
import { InvitationRepository } from '../data/invitation-repository.js';
import { SignInLinkRepository } from '../data/sign-in-link-repository.js';

/** Payload `{ linkId, locale }`. */
export const SEND_SIGN_IN_LINK = 'send-sign-in-link';
/** Payload `{ invitationId, locale }`. */
export const SEND_INVITATION = 'send-invitation';

function localeIn(payload: Readonly<Record<string, unknown>>): Locale {
  const said = String(payload['locale']);
  return isLocale(said) ? said : 'fi';
}

/** Mails of this module. Jobs carry ids; the link is derived again when the mail is written. */
@Injectable()
export class AccountMails implements OnModuleInit {
  constructor(
    @Inject(SignInLinkRepository) private readonly links: SignInLinkRepository,
    @Inject(InvitationRepository) private readonly invitations: InvitationRepository,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register(SEND_SIGN_IN_LINK, (payload) =>
      this.sendSignInLink(String(payload['linkId']), localeIn(payload)),
    );
    this.jobs.register(SEND_INVITATION, (payload) =>
      this.sendInvitation(String(payload['invitationId']), localeIn(payload)),
    );
  }

  async sendInvitation(invitationId: string, locale: Locale): Promise<void> {
    const invitation = await this.invitations.byId(invitationId);
    if (!invitation) return;
    const { organisationName: organisation, roles, expiresAt, timeZone } = invitation;
    const text = (key: string, values?: Readonly<Record<string, string>>) =>
      this.texts.text(locale, `mail.invitation.${key}`, values);
    await this.mailer.send({
      to: { address: invitation.email },
      locale,
      messageId: `invitation-${invitationId}`,
      subject: text('subject', { organisation }),
      content: {
        preheader: text('preheader'),
        heading: text('heading', { organisation }),
        paragraphs: [
          text('text', { roles: roles.map((role) => text(`role.${role}`)).join(', ') }),
          text('until', { date: dates(locale, timeZone).write(expiresAt, 'date') }),
        ],
        action: {
          label: text('action'),
          url: `${this.config.PUBLIC_URL}/i/${this.tokens.derive('invitation', invitationId, 1)}`,
        },
        footer: text('footer', { organisation }),
      },
    });
  }

  private async sendSignInLink(linkId: string, locale: Locale): Promise<void> {
    const accountId = await this.links.accountOf(linkId);
    const account = accountId === undefined ? undefined : await this.accounts.byId(accountId);
    if (!account) return;
    const text = (key: string, values?: Readonly<Record<string, string>>) =>
      this.texts.text(locale, `mail.signIn.${key}`, values);
    await this.mailer.send({
      to: { name: account.name, address: account.email },
      locale,
      messageId: `sign-in-${linkId}`,
      subject: text('subject'),
      content: {
        preheader: text('preheader'),
        heading: text('heading'),
        paragraphs: [text('text', { name: account.name })],
        action: {
          label: text('action'),
          url: `${this.config.PUBLIC_URL}/s/${this.tokens.derive('sign-in', linkId, 1)}`,
        },
        footer: text('footer'),
      },
    });
  }
}
