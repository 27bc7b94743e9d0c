import { REGISTRATION_LIMITS } from '@hillo/domain/registration';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../../lib/http/request.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { ButtonRow } from '../../../../ui/actions/button-row.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { TextArea } from '../../../../ui/form/text-area.js';
import { Card } from '../../../../ui/layout/card.js';
import { type AccessNeedsTask, accessNeedsQuery } from '../../coming-api.js';
import styles from './coming.module.css';

interface Decision {
  readonly state: AccessNeedsTask['state'];
  readonly words?: string;
  readonly toldInPerson?: boolean;
}

/** One person's needs: read on purpose, then arranged, or not possible and the person told. */
export function AccessNeedsTaskCard({ evening, task }: { evening: string; task: AccessNeedsTask }) {
  const text = useText();
  const dates = useDates();
  const client = useQueryClient();
  const [isRefusing, setRefusing] = useState(false);
  const [words, setWords] = useState('');
  const params = { evening, registration: task.registrationId };
  const reading = useMutation({
    mutationFn: () => request('POST /api/evenings/:evening/access-needs/:registration/readings', { params }),
    gcTime: 0,
  });
  const deciding = useMutation({
    mutationFn: (body: Decision) =>
      request('PUT /api/evenings/:evening/access-needs/:registration', { params, body }),
    onSuccess: () => {
      setRefusing(false);
      return client.invalidateQueries({ queryKey: accessNeedsQuery(evening).queryKey });
    },
  });
  const failure = reading.error ?? deciding.error;
  return (
    <Card heading={<h2>{`${task.firstName} ${task.lastName}`.trim()}</h2>}>
      <p>
        <strong>{text(`coming.accessNeeds.state.${task.state}`)}</strong>
      </p>
      <FormFailure words={failure === null ? undefined : problemText(text, failure)} />
      {reading.data ? (
        <>
          <p className={styles.need} dir="auto">
            {reading.data.text}
          </p>
          <div>
            <Button look="quiet" onClick={() => reading.reset()}>
              {text('coming.accessNeeds.hide')}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button look="secondary" busy={reading.isPending} onClick={() => reading.mutate()}>
            {text('coming.accessNeeds.read')}
          </Button>
        </div>
      )}
      {task.state === 'not-possible' ? (
        <p>
          {task.toldAt === null
            ? text('coming.accessNeeds.notTold')
            : text('coming.accessNeeds.told', { when: dates.write(task.toldAt, 'dateTime') })}
        </p>
      ) : null}
      {task.phone === null ? null : (
        <p>
          <a href={`tel:${task.phone}`}>{text('coming.accessNeeds.call', { phone: task.phone })}</a>
        </p>
      )}
      {isRefusing ? (
        <>
          {task.canBeMailed ? (
            <TextArea
              label={text('coming.accessNeeds.words')}
              hint={text('coming.accessNeeds.wordsHint')}
              limit={REGISTRATION_LIMITS.offers}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          ) : null}
          <ButtonRow>
            {task.canBeMailed ? (
              <Button
                busy={deciding.isPending}
                onClick={() => deciding.mutate({ state: 'not-possible', words })}
              >
                {text('coming.accessNeeds.tell')}
              </Button>
            ) : null}
            <Button
              look="secondary"
              busy={deciding.isPending}
              onClick={() => deciding.mutate({ state: 'not-possible', toldInPerson: true })}
            >
              {text('coming.accessNeeds.toldInPerson')}
            </Button>
          </ButtonRow>
        </>
      ) : (
        <ButtonRow>
          {task.state === 'arranged' ? null : (
            <Button busy={deciding.isPending} onClick={() => deciding.mutate({ state: 'arranged' })}>
              {text('coming.accessNeeds.setArranged')}
            </Button>
          )}
          {task.state === 'open' ? null : (
            <Button
              look="secondary"
              busy={deciding.isPending}
              onClick={() => deciding.mutate({ state: 'open' })}
            >
              {text('coming.accessNeeds.setOpen')}
            </Button>
          )}
          {task.state === 'not-possible' && task.toldAt !== null ? null : (
            <Button look="quiet" onClick={() => setRefusing(true)}>
              {text('coming.accessNeeds.setNotPossible')}
            </Button>
          )}
        </ButtonRow>
      )}
    </Card>
  );
}
