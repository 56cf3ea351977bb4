import type { SheetReading, Ledger } from './books';

/**
 * The running balance as a proof of reading: each printed balance must be the one before it plus the lines
 * between. Amounts and balances are debit positive here, in minor units, in the order of the rows.
 */
export function proveBalance(ledger: Ledger, from: number, balancesMinor: Float64Array): SheetReading['balanceProof'] {
  let checked = 0;
  let broken = 0;
  let firstBreakRow: number | null = null;
  let since = 0;
  let last = Number.NaN;
  let account = -1;
  for (let k = 0; k < balancesMinor.length; k++) {
    const i = from + k;
    const own = ledger.customer[i] * 256 + ledger.currency[i];
    const isNewAccount = own !== account;
    since += ledger.amountMinor[i];
    const printed = balancesMinor[k];
    if (Number.isNaN(printed)) continue;
    // At a change of account the balance may start anew or run on over the whole sheet.
    const isOpeningLine = isNewAccount && (Number.isNaN(last) || printed !== last + since);
    if (!isOpeningLine) {
      checked++;
      if (printed !== last + since) {
        broken++;
        firstBreakRow ??= ledger.row[i];
      }
    }
    account = own;
    last = printed;
    since = 0;
  }
  // A column that hardly ever runs is no running balance but something else called one.
  return checked === 0 || broken > checked * 0.7 ? null : { checked, firstBreakRow };
}
