import { THEME_MAX, THEMES } from '@hillo/domain/evenings';
import { useText } from '../../../lib/texts/texts.js';
import { Select } from '../../../ui/form/select.js';
import { TextField } from '../../../ui/form/text-field.js';

export const OWN_THEME = 'own';

export interface WrittenTheme {
  /** A theme's key, `own`, or empty while nothing is chosen. */
  themeKey: string;
  ownTheme: string;
}

/** What the contract takes. */
export function themeBody({ themeKey, ownTheme }: WrittenTheme) {
  return themeKey === OWN_THEME || themeKey === '' ? { text: ownTheme } : { key: themeKey };
}

export const THEME_POINTERS = { '#/theme/key': 'theme', '#/theme/text': 'own-theme' } as const;

interface ThemeFieldProps {
  value: WrittenTheme;
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<WrittenTheme>) => void;
}

/** One of the seven themes, or own words (S5). */
export function ThemeField({ value, errors, onChange }: ThemeFieldProps) {
  const text = useText();
  const options = THEMES.map((key) => ({ value: key as string, label: text(`evenings.theme.${key}`) }));
  return (
    <>
      <Select
        id="theme"
        label={text('planning.new.theme')}
        hint={text('planning.new.themeHint')}
        required
        value={value.themeKey}
        error={errors['theme']}
        options={[...options, { value: OWN_THEME, label: text('planning.new.ownThemeChoice') }]}
        onChange={({ target }) => onChange({ themeKey: target.value })}
      />
      {value.themeKey === OWN_THEME ? (
        <TextField
          id="own-theme"
          label={text('planning.new.ownTheme')}
          hint={text('planning.new.ownThemeHint', { max: THEME_MAX })}
          required
          autoComplete="off"
          value={value.ownTheme}
          error={errors['own-theme']}
          onChange={({ target }) => onChange({ ownTheme: target.value })}
        />
      ) : null}
    </>
  );
}
