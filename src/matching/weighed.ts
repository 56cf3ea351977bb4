import type { Ties } from './named';
import type { Work } from './work';

export function matchWeighed(_work: Work, _ties: Ties): void {}
