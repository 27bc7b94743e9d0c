import { LISTED_SECTORS } from '@hillo/domain/affiliations';
import { type FormEvent, useState } from 'react';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { TextArea } from '../../../ui/form/text-area.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { type FaultyLine, importLines, linesOf, readTextFile } from '../import-parts.js';

interface ImportFormProps {
  organisation: string;
  onImported: () => void;
}

/** Pasted lines or a file. Good lines are listed; the others stay here, each with its fault beside it, until they are mended. */
export function ImportForm({ organisation, onImported }: ImportFormProps) {
  const text = useText();
  const [pasted, setPasted] = useState('');
  const [faulty, setFaulty] = useState<readonly FaultyLine[]>([]);
  const [listed, setListed] = useState<number>();
  const [state, setState] = useState<'idle' | 'sending'>('idle');
  const [failure, setFailure] = useState<unknown>();
  const [missing, setMissing] = useState('');
  const [attempt, setAttempt] = useState(0);
  const isMending = faulty.length > 0;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (state === 'sending') return;
    const lines = isMending ? faulty.filter(({ line }) => line.trim() !== '') : linesOf(pasted);
    setAttempt((before) => before + 1);
    setFailure(undefined);
    setMissing(lines.length === 0 && !isMending ? text('affiliations.import.empty') : '');
    if (lines.length === 0) {
      setFaulty([]);
      return;
    }
    setState('sending');
    try {
      const outcome = await importLines(organisation, lines);
      setListed(outcome.listed);
      setFaulty(outcome.faulty);
      setPasted('');
      onImported();
    } catch (error) {
      setFailure(error);
    } finally {
      setState('idle');
    }
  };
  const mend = (number: number, line: string) =>
    setFaulty((before) => before.map((each) => (each.number === number ? { ...each, line } : each)));
  const faults = isMending
    ? faulty.map(({ number, fault }) => ({
        field: `line-${number}`,
        message: `${text('affiliations.import.line', { number })}: ${text(`affiliations.import.fault.${fault}`)}`,
      }))
    : missing === ''
      ? []
      : [{ field: 'lines', message: missing }];

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <Stack>
        <p>{text('affiliations.import.lead')}</p>
        {listed === undefined || listed === 0 ? null : (
          <Notice kind="success" announce>
            {text('affiliations.import.listed', { count: listed })}
          </Notice>
        )}
        <ErrorSummary faults={faults} attempt={attempt} />
        <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
        {isMending ? (
          <>
            <p>{text('affiliations.import.faults', { count: faulty.length })}</p>
            {faulty.map(({ number, line, fault }) => (
              <TextField
                key={number}
                id={`line-${number}`}
                label={text('affiliations.import.line', { number })}
                marked={false}
                autoComplete="off"
                value={line}
                error={text(`affiliations.import.fault.${fault}`)}
                onChange={({ target }) => mend(number, target.value)}
              />
            ))}
          </>
        ) : (
          <>
            <TextArea
              id="lines"
              rows={8}
              label={text('affiliations.import.lines')}
              hint={text('affiliations.import.linesHint')}
              marked={false}
              value={pasted}
              error={missing === '' ? undefined : missing}
              onChange={({ target }) => setPasted(target.value)}
            />
            <TextField
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              label={text('affiliations.import.file')}
              marked={false}
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file) void readTextFile(file).then(setPasted, setFailure);
              }}
            />
            <SectorWords />
          </>
        )}
        <div>
          <Button type="submit" busy={state === 'sending'}>
            {text(isMending ? 'affiliations.import.sendFaults' : 'affiliations.import.send')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** How sectors may be written in a line. */
function SectorWords() {
  const text = useText();
  return (
    <Disclosure summary={text('affiliations.import.words')}>
      <ul>
        {LISTED_SECTORS.map((sector) => (
          <li key={sector}>
            {text('affiliations.import.wordsNamed', {
              name: text(`sectors.names.${sector}`),
              others: text(`affiliations.otherWords.${sector}`),
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
