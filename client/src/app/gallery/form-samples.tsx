import { useState } from 'react';
import { useText } from '../../lib/texts/texts.js';
import { Button } from '../../ui/actions/button.js';
import { Checkbox } from '../../ui/form/checkbox.js';
import { CodeInput } from '../../ui/form/code-input.js';
import { ErrorSummary } from '../../ui/form/error-summary.js';
import { RadioGroup } from '../../ui/form/radio-group.js';
import { Select } from '../../ui/form/select.js';
import { TextArea } from '../../ui/form/text-area.js';
import { TextField } from '../../ui/form/text-field.js';
import { Stack } from '../../ui/layout/card.js';
import { Sample } from './sample.js';

/** `id` keeps the two themes' fields apart. */
export function FormSamples({ id }: { id: string }) {
  const text = useText();
  const [code, setCode] = useState('4829');
  const [attempt, setAttempt] = useState(0);
  const places = ['kuopio', 'siilinjarvi'] as const;
  const name = `${id}-name`;
  const fault = { field: name, message: text('gallery.nameError') };
  return (
    <Sample title={text('gallery.formTitle')}>
      <Stack>
        <ErrorSummary attempt={attempt} faults={attempt > 0 ? [fault] : []} />
        <TextField
          id={name}
          label={text('gallery.name')}
          hint={text('gallery.nameHint')}
          error={fault.message}
          required
        />
        <TextArea
          label={text('gallery.about')}
          hint={text('gallery.aboutHint')}
          limit={120}
          defaultValue={text('gallery.sampleText')}
        />
        <Select
          label={text('gallery.place')}
          options={places.map((value) => ({ value, label: text(`gallery.places.${value}`) }))}
        />
        <RadioGroup
          legend={text('gallery.food')}
          name={`${id}-food`}
          defaultValue="any"
          choices={[
            { value: 'any', label: text('gallery.foodOne') },
            { value: 'vegan', label: text('gallery.foodTwo'), hint: text('gallery.aboutHint') },
          ]}
        />
        <Checkbox label={text('gallery.consent')} hint={text('gallery.consentHint')} defaultChecked />
        <CodeInput label={text('gallery.code')} value={code} onChange={setCode} marked={false} />
        <div>
          <Button onClick={() => setAttempt(attempt + 1)}>{text('gallery.primary')}</Button>
        </div>
      </Stack>
    </Sample>
  );
}
