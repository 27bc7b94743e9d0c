import { LISTED_SECTORS, type ListedSector } from '@hillo/domain/affiliations';
import { useText } from '../../../lib/texts/texts.js';
import { Select } from '../../../ui/form/select.js';
import { TextField } from '../../../ui/form/text-field.js';
import type { AffiliationBody } from '../api.js';

export interface WrittenAffiliation {
  readonly name: string;
  readonly sector: ListedSector | '';
  readonly municipality: string;
}

export const UNWRITTEN: WrittenAffiliation = { name: '', sector: '', municipality: '' };

/** An unchosen sector is refused by the server, beside its field. */
export function bodyOf(written: WrittenAffiliation): AffiliationBody {
  return { ...written, sector: written.sector as ListedSector };
}

/** Ids of the controls by the server's pointers. */
export function fieldsOf(prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(['name', 'sector', 'municipality'].map((name) => [`#/${name}`, prefix + name]));
}

interface AffiliationFieldsProps {
  /** Keeps the ids of two forms on one page apart. */
  prefix: string;
  written: WrittenAffiliation;
  write: (change: Partial<WrittenAffiliation>) => void;
  errors: Readonly<Record<string, string>>;
}

/** Name, sector, municipality. */
export function AffiliationFields({ prefix, written, write, errors }: AffiliationFieldsProps) {
  const text = useText();
  return (
    <>
      <TextField
        id={`${prefix}name`}
        label={text('affiliations.name')}
        required
        autoComplete="off"
        value={written.name}
        error={errors[`${prefix}name`]}
        onChange={({ target }) => write({ name: target.value })}
      />
      <Select
        id={`${prefix}sector`}
        label={text('affiliations.sector')}
        required
        value={written.sector}
        error={errors[`${prefix}sector`]}
        options={LISTED_SECTORS.map((value) => ({ value, label: text(`sectors.names.${value}`) }))}
        onChange={({ target }) =>
          write({ sector: LISTED_SECTORS.find((sector) => sector === target.value) ?? '' })
        }
      />
      <TextField
        id={`${prefix}municipality`}
        label={text('affiliations.municipality')}
        hint={text('affiliations.municipalityHint')}
        autoComplete="off"
        value={written.municipality}
        error={errors[`${prefix}municipality`]}
        onChange={({ target }) => write({ municipality: target.value })}
      />
    </>
  );
}
