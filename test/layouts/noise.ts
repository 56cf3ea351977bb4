/** Sorts of noise beyond those that the matching room was measured with. */
import { EASY, HARD, HARDER, type Noise } from '../matching/support/trade';

export const NOISES: Readonly<Record<string, Noise>> = {
  easy: EASY,
  hard: HARD,
  harder: HARDER,
  'many typos': { ...EASY, typo: 0.15, missingReference: 0.02 },
  'few references': { ...EASY, missingReference: 0.3 },
  'much merged': { ...EASY, merged: 0.2 },
  'split and gross': { ...EASY, splitReceipt: 0.4, gross: 0.4 },
  'equal amounts': { ...EASY, listPrices: true, missingReference: 0.12 },
  'late and in transit': { ...EASY, inTransit: 0.08, lagDaysMax: 35 },
  'duplicates and differences': { ...EASY, duplicate: 0.05, amountDiffers: 0.08 },
  'own vouchers': { ...EASY, parallelVouchers: false },
};
