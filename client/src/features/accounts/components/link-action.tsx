import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { readAnew } from '../../../lib/http/read-anew.js';
import { useNavigate } from '../../../lib/router/router.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import { sessionQuery } from '../api.js';

interface LinkActionProps {
  label: string;
  /** Posts the link's token; nothing happened before the press (mail scanners open links too). */
  act: () => Promise<{ organisationId: string | null }>;
  children?: ReactNode;
}

/** The one button of a mailed link's page. The token leaves the address bar with it. */
export function LinkAction({ label, act, children }: LinkActionProps) {
  const text = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const press = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const { organisationId } = await act();
      await readAnew(client, sessionQuery);
      navigate(organisationId === null ? '/organiser' : `/organiser/${organisationId}`, {
        replace: true,
      });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void press();
      }}
    >
      <Stack>
        <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
        {failure === undefined ? null : (
          <div>
            <LinkButton look="secondary" href="/sign-in">
              {text('accounts.link.askAgain')}
            </LinkButton>
          </div>
        )}
        {children}
        <div>
          <Button type="submit" busy={busy}>
            {label}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
