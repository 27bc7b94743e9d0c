import { MARK_ICONS, type Sector, SIDE_JAMS, type Side } from '@hillo/domain/registration';
import { useText } from '../../../../lib/texts/texts.js';
import { Checkbox } from '../../../../ui/form/checkbox.js';
import { RadioGroup } from '../../../../ui/form/radio-group.js';
import { Select } from '../../../../ui/form/select.js';
import { Marker } from '../../../../ui/marker/marker.js';
import type { WrittenPerson } from '../../form-values.js';
import type { FieldsProps } from './person-fields.js';
import styles from './form.module.css';

interface SectorFieldsProps extends FieldsProps<WrittenPerson> {
  sides: readonly { readonly side: Side; readonly sectors: readonly Sector[] }[];
}

function isShared(sector: Sector): boolean {
  return sector === 'resident' || sector === 'expert-by-experience';
}

/** Where a person comes from, in plain words; then what others see of it (product rule 1). */
export function SectorFields({ written, write, errors, sides }: SectorFieldsProps) {
  const text = useText();
  const own = sides.find(({ sectors }) => sectors.some((sector) => sector === written.sector));
  const shown = written.shownSector === '' ? written.sector : written.shownSector;
  return (
    <>
      <RadioGroup
        id="sector"
        name="sector"
        legend={text('registration.form.sector')}
        hint={text('registration.form.sectorHint')}
        required
        value={written.sector}
        error={errors['sector']}
        onChange={(value) => write({ sector: value as Sector, shownSector: '' })}
        choices={sides.flatMap(({ side, sectors }) =>
          sectors.map((sector) => ({
            value: sector,
            label: (
              <span className={styles.sector}>
                <Marker jam={SIDE_JAMS[side]} icon={MARK_ICONS[sector]} size="s" />
                {text(`sectors.names.${sector}`)}
              </span>
            ),
            hint: text(`registration.form.sectorIs.${sector}`),
          })),
        )}
      />
      {own && own.sectors.length > 1 ? (
        <Select
          id="shownSector"
          label={text('registration.form.shownSector')}
          hint={text('registration.form.shownSectorHint')}
          empty={false}
          value={shown}
          error={errors['shownSector']}
          options={own.sectors.map((value) => ({ value, label: text(`sectors.names.${value}`) }))}
          onChange={({ target }) =>
            write({ shownSector: target.value === written.sector ? '' : (target.value as Sector) })
          }
        />
      ) : null}
      {shown !== '' && isShared(shown) ? (
        <Checkbox
          label={text('registration.form.showsExact')}
          checked={written.showsExactSector}
          onChange={({ target }) => write({ showsExactSector: target.checked })}
        />
      ) : null}
    </>
  );
}
