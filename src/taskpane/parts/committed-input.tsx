/**
 * A field whose value counts when it is left or Enter is pressed: each change would read the sheet anew, and a day
 * that is typed is another day, or none, at each of its digits.
 */
import { useState } from 'react';
import { Input } from '@fluentui/react-components';

interface CommittedInputProps {
  readonly value: string;
  readonly type?: 'text' | 'number' | 'date';
  readonly list?: string;
  readonly className?: string;
  readonly onCommit: (value: string) => void;
  readonly id?: string;
}

export function CommittedInput({ value, onCommit, type = 'text', ...rest }: CommittedInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft !== value) onCommit(draft);
    setDraft(null);
  };
  return <Input {...rest} type={type} value={draft ?? value} onChange={(_, change) => setDraft(change.value)} onBlur={commit} onKeyDown={(event) => event.key === 'Enter' && commit()} />;
}
