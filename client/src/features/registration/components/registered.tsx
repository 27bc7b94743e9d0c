import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { CodeDisplay } from '../../../ui/data/code-display.js';
import { QrCode } from '../../../ui/data/qr-code.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { Lead } from '../../../ui/text/text.js';
import type { PublicEvening, Registered as Answer } from '../api.js';
import { ShareButton } from './share-button.js';
import styles from './evening.module.css';

interface RegisteredProps {
  registered: Answer;
  firstName: string;
  evening: PublicEvening;
  onAnother: () => void;
}

/** The answer to the form: the own link and badge at once, not only by mail (product rule 12). */
export function Registered({ registered, firstName, evening, onAnother }: RegisteredProps) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const { state, seatsBefore, personalLink, mailed, party } = registered;
  const isWaiting = state === 'waiting';
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <Stack space="l">
      <Stack>
        <h2 ref={heading} tabIndex={-1}>
          {text(isWaiting ? 'registration.done.waitingTitle' : 'registration.done.title', {
            name: firstName,
          })}
        </h2>
        <Lead>
          {isWaiting
            ? text('registration.done.waiting', { before: seatsBefore ?? 0 })
            : text('registration.done.confirmed')}
        </Lead>
        {mailed ? <Notice kind="success">{text('registration.done.mailed')}</Notice> : null}
        <LinkButton wide href={new URL(personalLink).pathname}>
          {text('registration.done.open')}
        </LinkButton>
      </Stack>
      <OwnLink link={personalLink} />
      <section aria-labelledby="badges">
        <Stack>
          <h3 id="badges">{text('registration.done.badgeTitle')}</h3>
          <p>{text('registration.done.badge')}</p>
          <div className={styles.people}>
            {party.map((member) => (
              <Card key={member.id} heading={<h4>{member.firstName}</h4>}>
                {member.badge === null ? null : (
                  <QrCode value={member.badge} label={text('registration.done.badgeLabel')} />
                )}
                <CodeDisplay code={member.spokenCode} label={text('registration.done.code')} />
              </Card>
            ))}
          </div>
        </Stack>
      </section>
      <Stack>
        <h3>{text('registration.done.shareTitle')}</h3>
        <ButtonRow>
          <ShareButton
            title={evening.title === '' ? evening.theme.text : evening.title}
            url={evening.publicUrl}
          />
          <Button look="quiet" onClick={onAnother}>
            {text('registration.done.another')}
          </Button>
        </ButtonRow>
      </Stack>
    </Stack>
  );
}

/** The own link, to be copied; a browser that forbids copying lets it be selected. */
export function OwnLink({ link }: { link: string }) {
  const text = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <section aria-labelledby="own-link">
      <Stack space="s">
        <h3 id="own-link">{text('registration.done.linkTitle')}</h3>
        <p className={styles.link}>{link}</p>
        <p>{text('registration.done.linkKeep')}</p>
        <div>
          <Button look="secondary" onClick={() => void copy()}>
            {text('registration.done.copy')}
          </Button>
        </div>
        {copied ? (
          <Notice kind="success" announce>
            {text('registration.done.copied')}
          </Notice>
        ) : null}
      </Stack>
    </section>
  );
}
