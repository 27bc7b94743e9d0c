import { SECTORS } from '@hillo/domain/registration';
import { type FormEvent, useState } from 'react';
import { isProblem } from '../../../lib/http/problem-error.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useNavigate } from '../../../lib/router/router.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { RichText } from '../../../lib/texts/rich-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { Select } from '../../../ui/form/select.js';
import { SuggestField } from '../../../ui/suggest/suggest-field.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Aside, Lead } from '../../../ui/text/text.js';
import { suggestAffiliations } from '../api.js';
import { useThisDoor } from '../door-context.js';
import styles from './walk-in-screen.module.css';

const FIELDS = ['firstName', 'affiliation', 'sector', 'lastName', 'email'] as const;
type FieldName = (typeof FIELDS)[number];
const UNWRITTEN = { firstName: '', sector: '', affiliation: '', lastName: '', email: '', drawOptIn: false };
type Sector = (typeof SECTORS)[number];

/** Somebody without a registration, in half a minute: first name and sector, then the code is there. */
export function WalkInScreen() {
  const text = useText();
  const navigate = useNavigate();
  const { evening, snapshot, acts } = useThisDoor();
  const [written, setWritten] = useState(UNWRITTEN);
  const [attempt, setAttempt] = useState(0);
  usePage(text('door.walkIn.title'));

  const refusal = acts.result?.kind === 'refused' ? acts.result.error : undefined;
  const told = isProblem(refusal, 'invalid-input') ? refusal.errors : {};
  // Without network the phone itself says what is missing.
  const errors = Object.fromEntries(
    Object.entries(told).map(([pointer, words]) => [pointer, words || text('door.offline.required')]),
  );
  const faults = FIELDS.flatMap((field) => {
    const message = errors[`#/${field}`];
    return message === undefined ? [] : [{ field, message: `${text(`door.walkIn.${field}`)}: ${message}` }];
  });
  const write = (change: Partial<typeof UNWRITTEN>) => setWritten((before) => ({ ...before, ...change }));
  const field = (name: Exclude<FieldName, 'sector' | 'affiliation'>) => ({
    id: name,
    name,
    value: written[name],
    error: errors[`#/${name}`],
    autoComplete: 'off',
    onChange: ({ target }: { target: HTMLInputElement }) => write({ [name]: target.value }),
  });

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    const entry = await acts.walkIn({ ...written, sector: written.sector as Sector });
    if (entry) navigate(`/door/${evening}`);
  };

  return (
    <>
      <PageHeader title={text('door.walkIn.title')}>
        <Lead>{text('door.walkIn.lead')}</Lead>
      </PageHeader>
      <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
        <ErrorSummary faults={faults} attempt={attempt} />
        {refusal !== undefined && faults.length === 0 ? (
          <Notice kind="error" announce title={problemText(text, refusal).title}>
            {problemText(text, refusal).detail}
          </Notice>
        ) : null}
        <TextField
          {...field('firstName')}
          label={text('door.walkIn.firstName')}
          required
          autoCapitalize="words"
        />
        <SuggestField
          id="affiliation"
          name="affiliation"
          label={text('door.walkIn.affiliation')}
          value={written.affiliation}
          error={errors['#/affiliation']}
          onType={(affiliation) => write({ affiliation })}
          onChoose={({ name, sector }) =>
            write({ affiliation: name, ...(written.sector === '' ? { sector } : {}) })
          }
          suggest={suggestAffiliations(evening)}
        />
        <Select
          id="sector"
          label={text('door.walkIn.sector')}
          required
          value={written.sector}
          error={errors['#/sector']}
          options={SECTORS.map((value) => ({ value, label: text(`sectors.names.${value}`) }))}
          onChange={({ target }) => write({ sector: target.value })}
        />
        <Checkbox
          label={text('door.walkIn.drawOptIn')}
          checked={written.drawOptIn}
          onChange={({ target }) => write({ drawOptIn: target.checked })}
        />
        <Disclosure
          summary={text('door.walkIn.more')}
          open={faults.some(({ field: name }) => name === 'lastName' || name === 'email')}
        >
          <TextField {...field('lastName')} label={text('door.walkIn.lastName')} autoCapitalize="words" />
          <TextField
            {...field('email')}
            type="email"
            inputMode="email"
            label={text('door.walkIn.email')}
            hint={text('door.walkIn.emailHint')}
          />
        </Disclosure>
        <Button type="submit" wide busy={acts.result?.kind === 'working'}>
          {text('door.walkIn.submit')}
        </Button>
        <Aside>
          <RichText of="door.walkIn.privacy" tags={{ link: linkTo(`/e/${snapshot.evening.slug}`) }} />
        </Aside>
      </form>
      <LinkButton look="quiet" href={`/door/${evening}`}>
        {text('door.walkIn.back')}
      </LinkButton>
    </>
  );
}

/** Opens beside the form, so that what was written stays. */
function linkTo(href: string) {
  return (inside: string) => (
    <a href={href} target="_blank" rel="noreferrer">
      {inside}
    </a>
  );
}
