import { useText } from '@/components/hooks/text';
import { TextField } from '@/components/ui/TextField';
import type { WayView } from '@/utils/messaging/sign-in-views';
import type { Typed } from './connect';

interface TypedFieldsProps {
  way: WayView;
  title: string;
  typed: Typed;
  onChange: (typed: Typed) => void;
}

/** What a way to sign in has to be told; nothing where it needs nothing. */
export function TypedFields({ way, title, typed, onChange }: TypedFieldsProps) {
  const { t } = useText();
  const { way: kind, needs, takesName, takesPassword, takesTenant, pasteAdvice } = way;
  const isToken = kind === 'token' && !pasteAdvice?.isPassword;
  const secret = !isToken ? 'password' : takesPassword ? 'token-or-password' : 'token';
  const optional = takesPassword ? 'connect.name-of-password' : 'connect.name-optional';
  return (
    <>
      {needs.includes('client-id') && (
        <TextField
          label={t('connect.client-id')}
          hint={t('connect.client-id-hint')}
          kind="address"
          value={typed.clientId}
          onInput={(clientId) => onChange({ ...typed, clientId })}
        />
      )}
      {(takesTenant || needs.includes('tenant')) && (
        <TextField
          label={t('connect.tenant')}
          hint={t(needs.includes('tenant') ? 'connect.tenant-hint' : 'connect.tenant-optional')}
          kind="address"
          value={typed.tenant}
          onInput={(tenant) => onChange({ ...typed, tenant })}
        />
      )}
      {(takesName || needs.includes('name')) && (
        <TextField
          label={t('connect.name')}
          hint={t(needs.includes('name') ? 'connect.name-hint' : optional, { title })}
          value={typed.name}
          onInput={(name) => onChange({ ...typed, name })}
        />
      )}
      {needs.includes('secret') && (
        <TextField
          label={t(`connect.${secret}`)}
          hint={t('connect.secret-hint')}
          kind="secret"
          value={typed.secret}
          onInput={(value) => onChange({ ...typed, secret: value })}
        />
      )}
    </>
  );
}
