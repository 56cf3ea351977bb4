import type { Catalogue } from './message';

/** What the room `matching` says: evidence of matches, sentences of reconciling items, searches cut short. */
export const matchingTexts = {
  // evidence
  'matching.decided': { en: 'Accepted by the user.', 'zh-CN': '用户已确认。', 'zh-TW': '使用者已確認。' },
  'matching.decided-with-note': { en: 'Accepted by the user: {note}', 'zh-CN': '用户已确认：{note}', 'zh-TW': '使用者已確認：{note}' },
  'matching.opening': { en: 'Opening balance against opening balance.', 'zh-CN': '双方期初余额对应。', 'zh-TW': '雙方期初餘額對應。' },
  'matching.names': { en: 'Both sides name {numbers}.', 'zh-CN': '双方均载明单号 {numbers}。', 'zh-TW': '雙方皆載明單號 {numbers}。' },
  'matching.nets-to-zero': { en: 'The lines cancel out; the other side has nothing to book.', 'zh-CN': '各行相抵为零，对方无需入账。', 'zh-TW': '各行相抵為零，對方無須入帳。' },
  // reconciling items
  'matching.item.in-transit-goods': { en: '{document} of {day} for {amount} was delivered; the customer has not booked it.', 'zh-CN': '{day} {document} 发货 {amount}，客户尚未入账。', 'zh-TW': '{day} {document} 出貨 {amount}，客戶尚未入帳。' },
  'matching.item.in-transit-payment': { en: 'The customer booked a payment of {amount} on {day} ({document}); we have not received it.', 'zh-CN': '客户于 {day} 记付款 {amount}（{document}），我方尚未收到。', 'zh-TW': '客戶於 {day} 記付款 {amount}（{document}），我方尚未收到。' },
  'matching.item.return-not-credited': { en: 'The customer booked a return of {amount} on {day} ({document}); no credit note of ours answers it.', 'zh-CN': '客户于 {day} 记退货 {amount}（{document}），我方无对应的退货单。', 'zh-TW': '客戶於 {day} 記退貨 {amount}（{document}），我方無對應的退貨單。' },
  'matching.item.deduction-not-credited': { en: 'The customer deducted {amount} on {day} ({kind}, {document}); no credit note of ours carries it.', 'zh-CN': '客户于 {day} 扣款 {amount}（{kind}，{document}），我方无对应的贷项。', 'zh-TW': '客戶於 {day} 扣款 {amount}（{kind}，{document}），我方無對應的貸項。' },
  'matching.item.credit-not-booked': { en: 'We credited {amount} on {day} ({kind}, {document}); the customer has not booked it.', 'zh-CN': '我方于 {day} 记贷项 {amount}（{kind}，{document}），客户尚未入账。', 'zh-TW': '我方於 {day} 記貸項 {amount}（{kind}，{document}），客戶尚未入帳。' },
  'matching.item.transfer-ours': { en: 'We booked the transfer {document} of {amount} on {day}; the customer has not.', 'zh-CN': '平调 {document} {amount} 我方已于 {day} 入账，客户未入账。', 'zh-TW': '調撥 {document} {amount} 我方已於 {day} 入帳，客戶未入帳。' },
  'matching.item.transfer-ours-with': { en: 'We booked the transfer {document} of {amount} with {other} on {day}; the customer has not.', 'zh-CN': '与 {other} 的平调 {document} {amount} 我方已于 {day} 入账，客户未入账。', 'zh-TW': '與 {other} 的調撥 {document} {amount} 我方已於 {day} 入帳，客戶未入帳。' },
  'matching.item.transfer-theirs': { en: 'The customer booked the transfer {document} of {amount} on {day}; we have not.', 'zh-CN': '平调 {document} {amount} 客户已于 {day} 入账，我方未入账。', 'zh-TW': '調撥 {document} {amount} 客戶已於 {day} 入帳，我方未入帳。' },
  'matching.item.transfer-theirs-with': { en: 'The customer booked the transfer {document} of {amount} with {other} on {day}; we have not.', 'zh-CN': '与 {other} 的平调 {document} {amount} 客户已于 {day} 入账，我方未入账。', 'zh-TW': '與 {other} 的調撥 {document} {amount} 客戶已於 {day} 入帳，我方未入帳。' },
  'matching.item.amount-difference': { en: '{document} is {ours} with us and {theirs} with the customer: {difference} apart.', 'zh-CN': '{document} 我方 {ours}，客户 {theirs}，相差 {difference}。', 'zh-TW': '{document} 我方 {ours}，客戶 {theirs}，相差 {difference}。' },
  'matching.item.amount-difference-unnumbered': { en: 'Booked at {ours} with us and {theirs} with the customer: {difference} apart.', 'zh-CN': '我方记 {ours}，客户记 {theirs}，相差 {difference}。', 'zh-TW': '我方記 {ours}，客戶記 {theirs}，相差 {difference}。' },
  'matching.item.opening-difference': { en: 'The books opened {difference} apart: {ours} with us, {theirs} with the customer.', 'zh-CN': '期初相差 {difference}：我方 {ours}，客户 {theirs}。', 'zh-TW': '期初相差 {difference}：我方 {ours}，客戶 {theirs}。' },
  'matching.item.duplicate-ours': { en: 'We booked {repeats} a second time on {day}: {amount}.', 'zh-CN': '我方于 {day} 重复入账 {repeats}：{amount}。', 'zh-TW': '我方於 {day} 重複入帳 {repeats}：{amount}。' },
  'matching.item.duplicate-theirs': { en: 'The customer booked {repeats} a second time on {day} ({document}): {amount}.', 'zh-CN': '客户于 {day} 重复入账 {repeats}（{document}）：{amount}。', 'zh-TW': '客戶於 {day} 重複入帳 {repeats}（{document}）：{amount}。' },
  'matching.item.misposted-ours': { en: 'We booked {amount} of {day} ({document}) on this account; it belongs to {other}.', 'zh-CN': '{day} 的 {amount}（{document}）我方记入本户，应属 {other}。', 'zh-TW': '{day} 的 {amount}（{document}）我方記入本戶，應屬 {other}。' },
  'matching.item.misposted-theirs': { en: 'The customer booked {amount} on {day} ({document}); we booked it on the account of {other}.', 'zh-CN': '客户于 {day} 记 {amount}（{document}），我方误记入 {other}。', 'zh-TW': '客戶於 {day} 記 {amount}（{document}），我方誤記入 {other}。' },
  'matching.item.unexplained-ours': { en: 'Nothing in the customer\'s ledger answers our {kind} {document} of {day} for {amount}.', 'zh-CN': '我方 {day} {kind} {document} {amount}，客户账中无对应。', 'zh-TW': '我方 {day} {kind} {document} {amount}，客戶帳中無對應。' },
  'matching.item.unexplained-theirs': { en: 'Nothing in our ledger answers the customer\'s {kind} {document} of {day} for {amount}.', 'zh-CN': '客户 {day} {kind} {document} {amount}，我方账中无对应。', 'zh-TW': '客戶 {day} {kind} {document} {amount}，我方帳中無對應。' },
} as const satisfies Catalogue;
