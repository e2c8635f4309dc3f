/** @jsxImportSource hono/jsx */
import { Field, Problem } from './forms';
import type { PageWords } from './words';

export interface PlaceValues {
  readonly name: string;
  readonly handle: string;
  readonly about: string;
  readonly locked: boolean;
}

export const NO_PLACE: PlaceValues = { name: '', handle: '', about: '', locked: false };

interface MakePlaceProps {
  readonly words: PageWords;
  readonly csrf: string;
  readonly values: PlaceValues;
  readonly problem: string | null;
}

/** Making a place: its name, how texts name it, what it is about, who may come in. */
export function MakePlaceForm({ words: { t }, csrf, values, problem }: MakePlaceProps) {
  return (
    <form method="post" action="/places" class="card">
      <h2>{t('server.place-make')}</h2>
      <Problem text={problem} />
      <input type="hidden" name="csrf" value={csrf} />
      <Field name="name" label={t('server.place-name')} value={values.name} autocomplete="off" />
      <Field
        name="handle"
        label={t('server.place-handle')}
        value={values.handle}
        autocomplete="off"
        hint={t('server.place-handle-hint')}
      />
      <div class="field">
        <label for="about">{t('server.place-about')}</label>
        <textarea id="about" name="about" rows={3}>
          {values.about}
        </textarea>
      </div>
      <fieldset class="field">
        <legend>{t('server.place-who')}</legend>
        <Choice value="false" label={t('server.place-open-about')} chosen={!values.locked} />
        <Choice value="true" label={t('server.place-closed-about')} chosen={values.locked} />
      </fieldset>
      <button type="submit">{t('server.place-make')}</button>
    </form>
  );
}

function Choice({ value, label, chosen }: { value: string; label: string; chosen: boolean }) {
  return (
    <label class="choice">
      <input type="radio" name="locked" value={value} checked={chosen} />
      <span>{label}</span>
    </label>
  );
}
