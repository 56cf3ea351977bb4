import { balances, columnsOf, issues, lines, read, roles, skippedRows } from './support';

/** Exports of SAP, QuickBooks, Xero, Odoo and ERPNext, made from their documented columns. */
describe('SAP FBL5N: trailing minus, DD.MM.YYYY, document types, clearing documents', () => {
  const books = read({
    FBL5N: `
      Customer | Assignment | Document Number | Document Type | Document Date | Posting Date | Net Due Date | Amount in Local Currency | Local Currency | Clearing Document | Text
      100234 | '0080001234 | 90000101 | RV | 05.01.2026 | 06.01.2026 | 04.02.2026 | '1.234,56 | EUR | |
      100234 | '0080001299 | 90000102 | DR | 13.01.2026 | 13.01.2026 | 12.02.2026 | '10.000,00 | EUR | 1400000077 |
      100234 | '0080001299 | 1400000077 | DZ | 20.02.2026 | 20.02.2026 | 20.02.2026 | '10.000,00- | EUR | 1400000077 | thanks
      100234 | '0080001234 | 1600000005 | DG | 25.02.2026 | 25.02.2026 | 25.02.2026 | '34,56- | EUR | | credit
      * | | | | | | | '1.200,00 | EUR | |
    `,
  });
  test('signed amounts, kinds by document type, dates day first', () => {
    expect(lines(books, 'ours')).toEqual(['2026-01-05 invoice 1,234.56 90000101 100234', '2026-01-13 invoice 10,000.00 90000102 100234', '2026-02-20 payment -10,000.00 1400000077 100234', '2026-02-25 return -34.56 1600000005 100234']);
    expect(books.currencies).toEqual(['EUR']);
    expect(books.texts.at(books.ours.clearing[1])).toBe('1400000077');
    expect(books.texts.at(books.ours.references[0])).toBe('0080001234');
    expect(skippedRows(books, 'FBL5N')).toEqual(['6 subtotal']);
  });
});

describe('QuickBooks Customer Balance Detail: names alone above the lines, totals below', () => {
  const books = read({
    'Customer Balance Detail': `
      Acme Appliances Inc.
      Customer Balance Detail
      All Transactions
      | Date | Transaction Type | Num | Due Date | Amount | Open Balance | Balance
      Granite Stores
      | 01/05/2026 | Invoice | 1001 | 02/04/2026 | 500 | 200 | 500
      | 01/25/2026 | Payment | 88 | | -300 | 0 | 200
      Total for Granite Stores | | | | | '$200.00 | '$200.00 |
      Beacon:Downtown
      | 01/14/2026 | Invoice | 1002 | 02/13/2026 | 80.5 | 80.5 | 80.5
      | 01/20/2026 | Credit Memo | 1003 | | -10.5 | | 70
      Total for Beacon:Downtown | | | | | 70 | 80.5 | 70
      TOTAL | | | | | 270 | 280.5 | 270
    `,
  });
  test('lines belong to the name above them', () => {
    expect(lines(books, 'ours')).toEqual(['2026-01-05 invoice 500.00 1001 Granite Stores', '2026-01-25 payment -300.00 88 Granite Stores', '2026-01-14 invoice 80.50 1002 Beacon:Downtown', '2026-01-20 return -10.50 1003 Beacon:Downtown']);
    expect(books.sheets[0].balanceProof?.firstBreakRow).toBeNull();
    expect(books.ourName).toBe('Acme Appliances Inc.');
  });
  test('names and totals are skipped with reasons', () => {
    expect(skippedRows(books, 'Customer Balance Detail')).toEqual(['5 customer-name', '8 subtotal', '9 customer-name', '12 subtotal', '13 subtotal']);
  });
});

describe('QuickBooks Transaction List by Customer', () => {
  const books = read({
    Sheet1: `
      Transaction List by Customer
      January - March, 2026
      | Date | Transaction Type | Num | Posting | Memo/Description | Account | Amount
      Granite Stores
      | 01/05/2026 | Invoice | 1001 | Yes | TV order | Accounts Receivable (A/R) | '1,500.00
      | 03/31/2026 | Payment | | Yes | | Undeposited Funds | '-1,000.00
      Total for Granite Stores | | | | | | | '500.00
    `,
  });
  test('dates are month first because the column says so', () => {
    expect(lines(books, 'ours')).toEqual(['2026-01-05 invoice 1,500.00 1001 Granite Stores', '2026-03-31 payment -1,000.00 Granite Stores']);
  });
});

describe('QuickBooks A/R Aging Detail: open balances under bucket lines', () => {
  const books = read({
    'A/R Aging Detail': `
      A/R Aging Detail
      As of March 31, 2026
      Date | Transaction Type | Num | Customer | Due Date | Amount | Open Balance
      91 or more days past due
      11/15/2025 | Invoice | 990 | Granite | 12/15/2025 | 100 | 40
      Total for 91 or more days past due | | | | | 100 | 40
      Current
      03/15/2026 | Invoice | 1010 | Beacon | 04/14/2026 | 60 | 60
      03/20/2026 | Payment | 12 | Beacon | | -25 | -25
      Total for Current | | | | | 35 | 35
      TOTAL | | | | | 135 | 75
    `,
  });
  test('a list of open items is read by what is open: its balance is what the customer owes', () => {
    expect(balances(books, 'ours')).toEqual({ Granite: '40.00', Beacon: '35.00' });
  });
});

describe('Xero Account Transactions: group rows, opening and closing lines, "5 Jan 2026"', () => {
  const books = read({
    'Account Transactions': `
      Account Transactions
      Acme Appliances Ltd
      For the period 1 January 2026 to 31 March 2026
      Date | Source | Description | Reference | Debit | Credit | Running Balance
      Accounts Receivable
      Opening Balance | | | | '250.00 | | '250.00
      5 Jan 2026 | Receivable Invoice | Granite Stores | INV-0012 | '1,000.00 | | '1,250.00
      9 Feb 2026 | Receivable Payment | Payment: Granite Stores | INV-0012 | | '1,000.00 | '250.00
      Total Accounts Receivable | | | | '1,000.00 | '1,000.00 |
      Closing Balance | | | | '250.00 | | '250.00
    `,
  });
  test('opening, movements and closing are told apart', () => {
    expect(lines(books, 'ours').map((line) => line.replace(' Acme Appliances Ltd', ''))).toEqual(['- opening 250.00', '2026-01-05 invoice 1,000.00 INV-0012', '2026-02-09 payment -1,000.00 INV-0012']);
    expect(skippedRows(books, 'Account Transactions')).toEqual(['5 note', '9 subtotal', '10 closing']);
    expect(books.sheets[0].balanceProof?.firstBreakRow).toBeNull();
  });
});

describe('Xero customer statement: Activity, Reference, Due Date, Invoice Amount, Payments, Balance', () => {
  const books = read({
    Statement: `
      Statement
      To: Granite Stores Ltd
      Date | Activity | Reference | Due Date | Invoice Amount | Payments | Balance
      1 Jan 2026 | Opening Balance | | | | | 300
      5 Jan 2026 | Invoice # INV-0012 | PO 77 | 4 Feb 2026 | 1000 | | 1300
      9 Feb 2026 | Payment on Invoice # INV-0012 | | | | 800 | 500
      Closing Balance | | | | | | 500
    `,
  }, { mappings: { Statement: { role: 'our-ledger' } } });
  test('invoice and payment columns are debit and credit', () => {
    expect(lines(books, 'ours').map((line) => line.replace(/ PO 77/, ''))).toEqual(['2026-01-01 opening 300.00 Granite Stores Ltd', '2026-01-05 invoice 1,000.00 Granite Stores Ltd', '2026-02-09 payment -800.00 Granite Stores Ltd']);
    expect(books.sheets[0].balanceProof).toEqual({ checked: 2, firstBreakRow: null });
  });
});

describe('Xero Aged Receivables Detail: invoices under contact rows, the total is what is open', () => {
  const books = read({
    'Aged Receivables Detail': `
      Aged Receivables Detail
      Acme Appliances Ltd
      As at 31 March 2026
      Invoice Date | Due Date | Invoice Number | Invoice Reference | Current | < 1 Month | 1 Month | Older | Total
      Granite Stores
      5 Jan 2026 | 4 Feb 2026 | INV-0012 | PO 77 | | | 200 | | 200
      20 Mar 2026 | 19 Apr 2026 | INV-0019 | PO 80 | 90 | | | | 90
      Total Granite Stores | | | | 90 | | 200 | | 290
      Beacon
      1 Mar 2026 | 31 Mar 2026 | INV-0015 | | 10 | | | | 10
      Total Beacon | | | | 10 | | | | 10
      Total | | | | 100 | | 200 | | 300
    `,
  });
  test('open amounts by customer', () => {
    expect(balances(books, 'ours')).toEqual({ 'Granite Stores': '290.00', Beacon: '10.00' });
    expect(columnsOf(books, 'Aged Receivables Detail')).toMatchObject({ date: 'A', 'due-date': 'B', document: 'C', reference: 'D' });
  });
});

describe('Odoo Partner Ledger: the partner in a row with totals, matching numbers', () => {
  const books = read({
    'Partner Ledger': `
      Partner Ledger
      | Journal | Account | Ref | Due Date | Matching Number | Debit | Credit | Balance
      Azure Interior | | | | | | 1000 | 400 | 600
      01/05/2026 | INV | 121000 | INV/2026/00001 | 02/04/2026 | P1 | 400 | | 400
      01/25/2026 | INV | 121000 | INV/2026/00002 | 02/24/2026 | | 600 | | 1000
      02/03/2026 | BNK1 | 121000 | PBNK1/2026/00003 | 02/03/2026 | P1 | | 400 | 600
      Deco Addict | | | | | | 50 | 0 | 50
      03/01/2026 | INV | 121000 | INV/2026/00009 | 03/31/2026 | | 50 | | 50
      Total | | | | | | 1050 | 400 | 650
    `,
  });
  test('dates stand in the column without a heading; partner rows name, they do not count', () => {
    expect(lines(books, 'ours')).toEqual(['2026-01-05 invoice 400.00 INV/2026/00001 Azure Interior', '2026-01-25 invoice 600.00 INV/2026/00002 Azure Interior', '2026-02-03 payment -400.00 PBNK1/2026/00003 Azure Interior', '2026-03-01 invoice 50.00 INV/2026/00009 Deco Addict']);
    expect(books.texts.at(books.ours.clearing[0])).toBe('P1');
    expect(books.sheets[0].balanceProof?.firstBreakRow).toBeNull();
  });
});

describe('ERPNext General Ledger: quoted opening, total and closing lines', () => {
  const books = read({
    'General Ledger': `
      Posting Date | Account | Debit | Credit | Balance | Voucher Type | Voucher No | Against Voucher Type | Against Voucher | Party Type | Party | Remarks
      | 'Opening' | 500 | 200 | 300 | | | | | | |
      2026-01-05 | Debtors - A | 1000 | 0 | 1300 | Sales Invoice | ACC-SINV-2026-00001 | | | Customer | Granite Stores | No Remarks
      2026-01-25 | Debtors - A | 0 | 400 | 900 | Payment Entry | ACC-PAY-2026-00001 | Sales Invoice | ACC-SINV-2026-00001 | Customer | Granite Stores | Amount 400 received
      | 'Total' | 1000 | 400 | 600 | | | | | | |
      | 'Closing (Opening + Total)' | 1500 | 600 | 900 | | | | | | |
    `.replace(/'(Opening|Total|Closing \(Opening \+ Total\))'/g, "''$1'"),
  });
  test('vouchers and what they are against', () => {
    expect(lines(books, 'ours').slice(1)).toEqual(['2026-01-05 invoice 1,000.00 ACC-SINV-2026-00001 Granite Stores', '2026-01-25 payment -400.00 ACC-PAY-2026-00001 Granite Stores']);
    expect(books.texts.at(books.ours.references[2])).toBe('ACC-SINV-2026-00001');
    expect(skippedRows(books, 'General Ledger')).toEqual(['5 subtotal', '6 closing']);
  });
  test('the opening of a report on one party belongs to that party', () => {
    expect(lines(books, 'ours')[0]).toBe('- opening 300.00 Granite Stores');
  });
});

describe('ERPNext Accounts Receivable: invoiced, paid and outstanding on one row', () => {
  const books = read({
    'Accounts Receivable': `
      Posting Date | Customer | Voucher Type | Voucher No | Due Date | Invoiced Amount | Paid Amount | Credit Note | Outstanding Amount | Age | 0-30 | 31-60 | Currency
      2026-01-05 | Granite | Sales Invoice | ACC-SINV-1 | 2026-02-04 | 1000 | 300 | 0 | 700 | 55 | 0 | 700 | USD
      2026-02-05 | Beacon | Sales Invoice | ACC-SINV-2 | 2026-03-07 | 80 | 0 | 0 | 80 | 24 | 80 | 0 | USD
    `,
  });
  test('balances are what is outstanding', () => {
    expect(balances(books, 'ours')).toEqual({ Granite: '700.00', Beacon: '80.00' });
  });
});

test('a bank statement and a cash book without customers are one account', () => {
  const books = read({
    'Bank statement': `
      Date | Description | Withdrawals | Deposits | Balance
      2026-01-05 | Deposit 221 | | 500 | 1500
      2026-01-09 | Check 1001 | 120 | | 1380
    `,
    'Cash book': `
      Date | Ref | Particulars | Debit | Credit | Balance
      2026-01-04 | R221 | Customer deposit | 500 | | 1500
      2026-01-08 | 1001 | Rent | | 120 | 1380
    `,
  });
  expect(roles(books)).toEqual({ 'Bank statement': 'customer-ledger', 'Cash book': 'our-ledger' });
  expect(Object.values(balances(books, 'ours'))).toEqual(['380.00']);
  expect(balances(books, 'theirs')).toEqual(balances(books, 'ours'));
  expect(books.customers).toHaveLength(1);
  expect(issues(books)).toEqual(['warning Cash book! currency-assumed']);
});
