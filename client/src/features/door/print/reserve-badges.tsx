import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { isProblem } from '../../../lib/http/problem-error.js';
import { randomUuid } from '../../../lib/http/uuid.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { cardsFile, makeReserves, reservesQuery, settleCards } from './api.js';
import { Failure } from './paper-cards.js';

/** Badges and cards with a code and without a name, for people who are not known yet. */
export function ReserveBadges({ evening }: { evening: string }) {
  const text = useText();
  const client = useQueryClient();
  const { data } = useSuspenseQuery(reservesQuery(evening));
  const [count, setCount] = useState('16');
  const operation = useRef(randomUuid());
  const make = useMutation({
    mutationFn: () => makeReserves(evening, Number(count), operation.current),
    onSuccess: (made) => {
      operation.current = randomUuid();
      client.setQueryData(reservesQuery(evening).queryKey, made);
    },
  });
  const settle = useMutation({ mutationFn: () => settleCards(evening, { of: 'reserves' }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    settle.reset();
    if (!make.isPending) make.mutate();
  };
  const wrong = isProblem(make.error, 'invalid-input') ? make.error.errors['#/count'] : undefined;
  return (
    <Card jam="cloudberry" heading={<h2>{text('paperPrint.reserves')}</h2>}>
      <p>{text('paperPrint.reservesText')}</p>
      <p>{text('paperPrint.free', { free: data.free, total: data.total })}</p>
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextField
            label={text('paperPrint.count')}
            marked={false}
            inputMode="numeric"
            autoComplete="off"
            value={count}
            error={wrong}
            onChange={({ target }) => {
              setCount(target.value);
              operation.current = randomUuid();
              make.reset();
            }}
          />
          {wrong === undefined ? <Failure error={make.error} /> : null}
          <ButtonRow>
            <Button type="submit" look="secondary" busy={make.isPending}>
              {text('paperPrint.more')}
            </Button>
          </ButtonRow>
        </Stack>
      </form>
      {data.free > 0 ? (
        <>
          <ButtonRow>
            <LinkButton look="secondary" href={`/api/evenings/${evening}/reserves/badges.pdf`} download>
              {text('paperPrint.reserveBadges')}
            </LinkButton>
            <Button look="secondary" busy={settle.isPending} onClick={() => settle.mutate()}>
              {text('paperPrint.reserveCards')}
            </Button>
          </ButtonRow>
          <Failure error={settle.error} />
          {settle.data ? (
            <Notice
              kind="success"
              announce
              actions={
                <LinkButton href={cardsFile(evening, { of: 'reserves' }, '')} download>
                  {text('paperPrint.reserveCardsGet')}
                </LinkButton>
              }
            >
              {text('paperPrint.made', { count: settle.data.cards })}
            </Notice>
          ) : (
            <p>{text('paperPrint.locks')}</p>
          )}
        </>
      ) : null}
    </Card>
  );
}
