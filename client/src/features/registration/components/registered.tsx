import { useEffect, useRef } from 'react';
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
import { OwnLink } from './own-link.js';
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
          {text(isWaiting ? 'signUp.done.waitingTitle' : 'signUp.done.title', {
            name: firstName,
          })}
        </h2>
        <Lead>
          {isWaiting
            ? text('signUp.done.waiting', { before: seatsBefore ?? 0 })
            : text('signUp.done.confirmed')}
        </Lead>
        {mailed ? <Notice kind="success">{text('signUp.done.mailed')}</Notice> : null}
        <LinkButton wide href={new URL(personalLink).pathname}>
          {text('signUp.done.open')}
        </LinkButton>
      </Stack>
      <OwnLink link={personalLink} />
      <section aria-labelledby="badges">
        <Stack>
          <h3 id="badges">{text('signUp.done.badgeTitle')}</h3>
          <p>{text('signUp.done.badge')}</p>
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
        <h3>{text('signUp.done.shareTitle')}</h3>
        <ButtonRow>
          <ShareButton
            title={evening.title === '' ? evening.theme.text : evening.title}
            url={evening.publicUrl}
          />
          <Button look="quiet" onClick={onAnother}>
            {text('signUp.done.another')}
          </Button>
        </ButtonRow>
      </Stack>
    </Stack>
  );
}
