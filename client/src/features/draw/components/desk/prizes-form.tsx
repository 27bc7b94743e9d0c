import { PRIZE_KINDS, PRIZE_WORDS_MAX, PRIZES_MAX } from '@hillo/domain/draw';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from '../../../../lib/form/use-form.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { ButtonRow } from '../../../../ui/actions/button-row.js';
import { Button } from '../../../../ui/actions/button.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { ErrorSummary } from '../../../../ui/form/error-summary.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { Select } from '../../../../ui/form/select.js';
import { TextField } from '../../../../ui/form/text-field.js';
import { Stack } from '../../../../ui/layout/card.js';
import { Aside } from '../../../../ui/text/text.js';
import { type DrawDesk, deskQuery, type Prize, savePrizes } from '../../api.js';
import { withPlaces } from '../../prize-name.js';
import styles from './desk.module.css';

const PLACES = Array.from({ length: PRIZES_MAX }, (_, place) => place);
const FIELDS = Object.fromEntries(PLACES.map((place) => [`#/prizes/${place}/words`, `prize-words-${place}`]));
const NEW_PRIZE: Prize = { kind: 'use-of-space', words: '' };

/** The prizes in the order in which they are drawn. */
export function PrizesForm({ evening, prizes }: { evening: string; prizes: readonly Prize[] }) {
  const text = useText();
  const client = useQueryClient();
  const form = useForm<{ prizes: Prize[] }, DrawDesk>({
    saved: { prizes: prizes.length > 0 ? [...prizes] : [NEW_PRIZE] },
    fields: FIELDS,
    keep: `draw.prizes.${evening}`,
    send: ({ prizes: written }) => savePrizes(evening, written),
    onSaved: (desk) => client.setQueryData(deskQuery(evening).queryKey, desk),
  });
  const { written } = form;
  const change = (at: number, part: Partial<Prize>) =>
    form.write({
      prizes: written.prizes.map((prize, place) => (place === at ? { ...prize, ...part } : prize)),
    });
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <Stack>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        <Aside>{text('drawDesk.prizes.lead')}</Aside>
        <ol className={styles.prizes}>
          {withPlaces(written.prizes).map(({ place, prize }) => (
            <li key={place} className={styles.prizeRow}>
              <Select
                id={`prize-kind-${place}`}
                label={text('drawDesk.prizes.kind', { number: place + 1 })}
                marked={false}
                empty={false}
                value={prize.kind}
                options={PRIZE_KINDS.map((kind) => ({ value: kind, label: text(`draw.prizeKind.${kind}`) }))}
                onChange={({ target }) => {
                  const kind = PRIZE_KINDS.find((each) => each === target.value);
                  if (kind) change(place, { kind });
                }}
              />
              <TextField
                id={`prize-words-${place}`}
                label={text('drawDesk.prizes.words')}
                hint={place === 0 ? text('drawDesk.prizes.wordsHint') : undefined}
                required={prize.kind === 'other'}
                maxLength={PRIZE_WORDS_MAX}
                error={form.errors[`prize-words-${place}`]}
                value={prize.words}
                onChange={({ target }) => change(place, { words: target.value })}
              />
              <div>
                <Button
                  look="quiet"
                  onClick={() => form.write({ prizes: written.prizes.filter((_, other) => other !== place) })}
                >
                  {text('drawDesk.prizes.remove', { number: place + 1 })}
                </Button>
              </div>
            </li>
          ))}
        </ol>
        {form.state === 'saved' ? (
          <Notice kind="success" announce>
            {text('drawDesk.prizes.saved')}
          </Notice>
        ) : null}
        <ButtonRow>
          <Button type="submit" look="secondary" busy={form.state === 'sending'}>
            {text('drawDesk.prizes.save')}
          </Button>
          {written.prizes.length < PRIZES_MAX ? (
            <Button look="quiet" onClick={() => form.write({ prizes: [...written.prizes, NEW_PRIZE] })}>
              {text('drawDesk.prizes.add')}
            </Button>
          ) : null}
        </ButtonRow>
      </Stack>
    </form>
  );
}
