import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useForm } from '../../../../lib/form/use-form.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { ErrorSummary } from '../../../../ui/form/error-summary.js';
import { Fieldset } from '../../../../ui/form/fieldset.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { TextField } from '../../../../ui/form/text-field.js';
import { Stack } from '../../../../ui/layout/card.js';
import { callNumbers, type DrawDesk, deskQuery, showCalls } from '../../api.js';
import styles from './desk.module.css';

type Calls = [string, string, string];
const PEOPLE = [0, 1, 2] as const;
/** Digits typed in one go are shown together. */
const GATHER_MS = 150;

/** What three people of the room call, four digits each. */
export function NumbersForm({ evening, draw }: { evening: string; draw: string }) {
  const text = useText();
  const client = useQueryClient();
  const form = useForm<{ calls: Calls }, DrawDesk>({
    saved: { calls: ['', '', ''] },
    fields: { '#/calls/0': 'call-0', '#/calls/1': 'call-1', '#/calls/2': 'call-2' },
    check: ({ calls }) =>
      Object.fromEntries(
        calls.flatMap((call, at) =>
          /^\d{4}$/.test(call) ? [] : [[`call-${at}`, text('drawDesk.numbers.wrong')]],
        ),
      ),
    send: ({ calls }) => callNumbers(evening, draw, calls),
    onSaved: (desk) => client.setQueryData(deskQuery(evening).queryKey, desk),
  });
  const show = useShown(evening, draw);
  const write = (at: number, typed: string) => {
    const digits = typed.normalize('NFKC').replace(/\D/g, '').slice(0, 4);
    const [a, b, c] = form.written.calls.map((call, place) => (place === at ? digits : call));
    const calls: Calls = [a ?? '', b ?? '', c ?? ''];
    form.write({ calls });
    show(calls);
  };
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <Stack>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        <Fieldset legend={text('drawDesk.numbers.legend')} hint={text('drawDesk.numbers.hint')}>
          <div className={styles.calls}>
            {PEOPLE.map((at) => (
              <TextField
                key={at}
                id={`call-${at}`}
                label={text('drawDesk.numbers.person', { number: at + 1 })}
                marked={false}
                required
                inputMode="numeric"
                autoComplete="off"
                error={form.errors[`call-${at}`]}
                value={form.written.calls[at]}
                onChange={({ target }) => write(at, target.value)}
              />
            ))}
          </div>
        </Fieldset>
        <div>
          <Button type="submit" busy={form.state === 'sending'}>
            {text('drawDesk.numbers.action')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function useShown(evening: string, draw: string): (calls: Calls) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (calls) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => showCalls(evening, draw, calls), GATHER_MS);
  };
}
