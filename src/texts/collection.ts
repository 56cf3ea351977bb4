import type { Catalogue } from './message';

const NO_ADVICE = { en: 'No legal advice.', 'zh-CN': '仅供参考，不构成法律意见。', 'zh-TW': '僅供參考，不構成法律意見。' };

/** What the room `collection` says: why an action, why so many points, and what a rep tells the customer. */
export const collectionTexts = {
  // why this action
  'collection.why-stopped': { en: 'Chasing was stopped by hand.', 'zh-CN': '已由人工停止催收。', 'zh-TW': '已由人工停止催收。' },
  'collection.why-promised': { en: 'Payment is promised for {day}: remind the working day before.', 'zh-CN': '对方承诺 {day} 付款，提前一个工作日提醒。', 'zh-TW': '對方承諾 {day} 付款，於前一個工作日提醒。' },
  'collection.why-remind': { en: 'Not due before {day}: serve well, and remind in time for the pay day.', 'zh-CN': '{day} 才到期：做好服务，赶在付款日前提醒。', 'zh-TW': '{day} 才到期：做好服務，於付款日前提醒。' },
  'collection.why-nothing-dated': { en: 'Nothing is due by a date: sell-through goods not yet sold.', 'zh-CN': '没有到期款：实销实结商品尚未售出。', 'zh-TW': '沒有到期帳款：實銷實結商品尚未售出。' },
  'collection.why-reconcile': { en: 'Nothing is overdue, but the reconciliation is: have the statement signed.', 'zh-CN': '没有逾期款，但对账已逾期：请对方签认对账单。', 'zh-TW': '沒有逾期帳款，但對帳已逾期：請對方簽認對帳單。' },
  'collection.why-call': { en: 'The list for the pay day {day} closes on {closing}: the claim must be there by then.', 'zh-CN': '{day} 付款的名单于 {closing} 截止，须在此前送达请款资料。', 'zh-TW': '{day} 付款的名單於 {closing} 截止，須在此前送達請款資料。' },
  'collection.why-call-no-pay-day': { en: 'Due, and the pay day is not known: send the statement, call, and ask for the pay day.', 'zh-CN': '已到期，付款日不详：发对账单并致电，同时问清付款日。', 'zh-TW': '已到期，付款日不詳：寄對帳單並致電，同時問明付款日。' },
  'collection.why-fetch': { en: 'Due, and likely to come in: be there on the pay day {day}.', 'zh-CN': '已到期且有望收回：{day} 付款日到场收款。', 'zh-TW': '已到期且可望收回：{day} 付款日到場收款。' },
  'collection.why-fetch-claimed': { en: 'The claim is on the list: be there on the pay day {day}.', 'zh-CN': '请款已列入名单：{day} 付款日到场收款。', 'zh-TW': '請款已列入名單：{day} 付款日到場收款。' },
  'collection.why-visit': { en: 'Mostly doubtful, oldest item {days} {days|day|days} overdue: the manager should go.', 'zh-CN': '以准呆为主，最久一笔已逾期 {days} 天：由主管上门。', 'zh-TW': '以準呆為主，最久一筆已逾期 {days} 天：由主管拜訪。' },
  'collection.why-visit-disputed': { en: '{currency} {amount} is disputed, all that is overdue: the manager should settle the dispute on the spot.', 'zh-CN': '逾期款全部有争议（{currency} {amount}）：由主管上门当面解决。', 'zh-TW': '逾期帳款全部有爭議（{currency} {amount}）：由主管當面解決。' },
  'collection.why-demand-near': { en: 'The limitation date {day} is near: demand in writing, and keep proof that it arrived.', 'zh-CN': '诉讼时效将于 {day} 届满：发催款函，并保留送达凭证。', 'zh-TW': '消滅時效將於 {day} 屆滿：寄催款函，並保留送達證明。' },
  'collection.why-demand-promise': { en: 'The promise for {day} was not kept: demand in writing.', 'zh-CN': '{day} 的付款承诺未兑现：发催款函。', 'zh-TW': '{day} 的付款承諾未履行：寄催款函。' },
  'collection.why-demand-old': { en: 'Mostly doubtful, oldest item {days} {days|day|days} overdue: demand in writing.', 'zh-CN': '以准呆为主，最久一笔已逾期 {days} 天：发催款函。', 'zh-TW': '以準呆為主，最久一筆已逾期 {days} 天：寄催款函。' },
  'collection.why-stop-unanswered': { en: 'The demand of {day} has not been met and we still deliver: stop shipment, offset rebates.', 'zh-CN': '{day} 发出的催款函未获付款而仍在供货：停止发货，以返利抵扣。', 'zh-TW': '{day} 寄出的催款函未獲付款而仍在出貨：停止出貨，以返利抵扣。' },
  'collection.why-stop-limit': { en: '{currency} {amount} is open against a credit limit of {limit}, and we still deliver: stop shipment.', 'zh-CN': '未清 {currency} {amount}，超过信用额度 {limit} 而仍在供货：停止发货。', 'zh-TW': '未沖 {currency} {amount}，超過信用額度 {limit} 而仍在出貨：停止出貨。' },
  'collection.why-lawyer': { en: "{currency} {amount} is as good as lost and proven: lawyer's letter.", 'zh-CN': '{currency} {amount} 已成呆死，证据充分：发律师函。', 'zh-TW': '{currency} {amount} 已成呆死，證據充分：寄律師函。' },
  'collection.why-lawyer-unproven': { en: "{currency} {amount} is as good as lost, and no signed statement covers it: lawyer's letter, and have the balance acknowledged in writing.", 'zh-CN': '{currency} {amount} 已成呆死，且无签认的对账单：发律师函，并取得书面确认。', 'zh-TW': '{currency} {amount} 已成呆死，且無簽認的對帳單：寄律師函，並取得書面承認。' },
  'collection.why-legal-near': { en: '{currency} {amount} is proven and the limitation date {day} is near: file suit in time.', 'zh-CN': '{currency} {amount} 证据充分，诉讼时效将于 {day} 届满：及时起诉。', 'zh-TW': '{currency} {amount} 證據充分，消滅時效將於 {day} 屆滿：及時起訴。' },
  'collection.why-legal-closed': { en: 'The customer has closed; {currency} {amount} is proven: register the claim in court.', 'zh-CN': '客户已停业，{currency} {amount} 证据充分：通过法院主张债权。', 'zh-TW': '客戶已歇業，{currency} {amount} 證據充分：透過法院主張債權。' },
  'collection.why-legal-unanswered': { en: '{currency} {amount} is proven, and the demand of {day} has not been met: legal action.', 'zh-CN': '{currency} {amount} 证据充分，{day} 发出的催款函未获付款：起诉。', 'zh-TW': '{currency} {amount} 證據充分，{day} 寄出的催款函未獲付款：提起訴訟。' },
  'collection.why-write-off-passed': { en: 'The limitation date {day} has passed for {currency} {amount}: have it acknowledged in writing, else propose a write-off.', 'zh-CN': '{currency} {amount} 的诉讼时效已于 {day} 届满：争取书面确认，否则建议核销坏账。', 'zh-TW': '{currency} {amount} 的消滅時效已於 {day} 屆滿：爭取書面承認，否則建議沖銷呆帳。' },
  'collection.why-write-off-small': { en: '{currency} {amount} does not justify the cost of legal action: propose a write-off.', 'zh-CN': '{currency} {amount} 不值得起诉：建议核销坏账。', 'zh-TW': '{currency} {amount} 不值得起訴：建議沖銷呆帳。' },
  'collection.why-write-off-unproven': { en: 'The customer has closed and nothing signed proves {currency} {amount}: propose a write-off.', 'zh-CN': '客户已停业，{currency} {amount} 无签认凭证：建议核销坏账。', 'zh-TW': '客戶已歇業，{currency} {amount} 無簽認憑證：建議沖銷呆帳。' },
  // why so many points
  'collection.points-age': { en: '{days} {days|day|days} overdue on average', 'zh-CN': '平均逾期 {days} 天', 'zh-TW': '平均逾期 {days} 天' },
  'collection.points-age-none': { en: 'Nothing overdue', 'zh-CN': '没有逾期款', 'zh-TW': '沒有逾期帳款' },
  'collection.points-amount': { en: '{currency} {amount} to ask for; the largest is {largest}', 'zh-CN': '应催 {currency} {amount}，最大一户 {largest}', 'zh-TW': '應催 {currency} {amount}，最大一戶 {largest}' },
  'collection.points-kind': { en: 'Mostly {class}', 'zh-CN': '以{class}为主', 'zh-TW': '以{class}為主' },
  'collection.points-likelihood': { en: '{likelihood} likely within 30 days', 'zh-CN': '30天内收回的可能性 {likelihood}', 'zh-TW': '30天內收回的可能性 {likelihood}' },
  'collection.points-likelihood-none': { en: 'Nothing overdue', 'zh-CN': '没有逾期款', 'zh-TW': '沒有逾期帳款' },
  'collection.points-promise-broken': { en: 'Promised for {day}; {currency} {received} has come', 'zh-CN': '承诺 {day} 付款，实收 {currency} {received}', 'zh-TW': '承諾 {day} 付款，實收 {currency} {received}' },
  'collection.points-promise-broken-amount': { en: '{currency} {amount} promised for {day}; {received} has come', 'zh-CN': '承诺 {day} 付 {currency} {amount}，实收 {received}', 'zh-TW': '承諾 {day} 付 {currency} {amount}，實收 {received}' },
  'collection.points-promise-pending': { en: 'A promise is still running', 'zh-CN': '付款承诺未到期', 'zh-TW': '付款承諾未到期' },
  'collection.points-promise-kept': { en: 'The promise was kept', 'zh-CN': '付款承诺已兑现', 'zh-TW': '付款承諾已履行' },
  'collection.points-promise-none': { en: 'No promise', 'zh-CN': '没有付款承诺', 'zh-TW': '沒有付款承諾' },
  'collection.points-limitation-none': { en: 'No limitation date', 'zh-CN': '无诉讼时效日', 'zh-TW': '無消滅時效日' },
  'collection.points-limitation': { en: 'Limitation date {day}', 'zh-CN': '诉讼时效日 {day}', 'zh-TW': '消滅時效日 {day}' },
  'collection.points-limitation-near': { en: 'Limitation date {day}, {days} {days|day|days} away', 'zh-CN': '诉讼时效日 {day}，还有 {days} 天', 'zh-TW': '消滅時效日 {day}，尚有 {days} 天' },
  'collection.points-agreement': { en: 'Terms missing from the agreement: {count}', 'zh-CN': '结算协议缺 {count} 项', 'zh-TW': '結算協議缺 {count} 項' },
  'collection.points-agreement-none': { en: 'The agreement is complete', 'zh-CN': '结算协议齐全', 'zh-TW': '結算協議齊全' },
  'collection.points-reconciliation': { en: 'Reconciliation was due on {day}, {days} {days|day|days} ago', 'zh-CN': '应于 {day} 对账，已逾期 {days} 天', 'zh-TW': '應於 {day} 對帳，已逾期 {days} 天' },
  'collection.points-reconciliation-none': { en: 'Next reconciliation on {day}', 'zh-CN': '下次对账 {day}', 'zh-TW': '下次對帳 {day}' },
  'collection.points-distance': { en: '{km} km there and back, for this customer alone', 'zh-CN': '往返 {km} 公里，只为该客户', 'zh-TW': '往返 {km} 公里，只為該客戶' },
  'collection.points-distance-shared': { en: '{km} km there and back, shared by {count} {count|customer|customers}', 'zh-CN': '往返 {km} 公里，由 {count} 个客户分摊', 'zh-TW': '往返 {km} 公里，由 {count} 個客戶分攤' },
  'collection.points-distance-none': { en: 'No trip needed', 'zh-CN': '无需出差', 'zh-TW': '無需外出' },
  'collection.points-distance-unknown': { en: 'Distance not known', 'zh-CN': '距离不详', 'zh-TW': '距離不詳' },
  // limitation
  ...limitationTexts(),
  // missing terms of the agreement
  'collection.missing.agreement': { en: 'Conclude a settlement agreement', 'zh-CN': '签订结算协议', 'zh-TW': '簽訂結算協議' },
  'collection.missing.pay-day': { en: 'Agree on the pay day', 'zh-CN': '约定付款日', 'zh-TW': '約定付款日' },
  'collection.missing.approval-days': { en: 'Ask how many days approval takes', 'zh-CN': '问清审批天数', 'zh-TW': '問明簽核天數' },
  'collection.missing.place': { en: 'Agree on the place of settlement', 'zh-CN': '约定结算地点', 'zh-TW': '約定結算地點' },
  'collection.missing.method': { en: 'Agree on the method of payment', 'zh-CN': '约定付款方式', 'zh-TW': '約定付款方式' },
  'collection.missing.settles-by': { en: 'Agree whether to settle by invoice or by sell-through', 'zh-CN': '约定按票结算还是实销实结', 'zh-TW': '約定按發票結算或實銷實結' },
  'collection.missing.contact': { en: 'Ask for the person to contact', 'zh-CN': '问清联系人', 'zh-TW': '問明聯絡人' },
  'collection.missing.limitation-years': { en: 'Set the limitation period for {jurisdiction} on the settings sheet', 'zh-CN': '在设置表中填写 {jurisdiction} 的诉讼时效', 'zh-TW': '在設定表中填寫 {jurisdiction} 的消滅時效' },
  // why they would pay us first
  'collection.advice.sales-volume': { en: 'Our goods weigh little with this customer ({score}): support its sell-through with promotion.', 'zh-CN': '我方商品在该客户处分量不足（{score}）：用促销支持其动销。', 'zh-TW': '我方商品在該客戶處份量不足（{score}）：以促銷支持其動銷。' },
  'collection.advice.profit': { en: 'The customer earns little with our goods ({score}): improve the product mix, train its staff, and pay rebates in time.', 'zh-CN': '该客户销售我方商品获利偏低（{score}）：优化产品组合，做培训和顾问服务，及时兑现返利。', 'zh-TW': '該客戶銷售我方商品獲利偏低（{score}）：優化產品組合，提供教育訓練與顧問服務，及時兌現回饋。' },
  'collection.advice.relationship': { en: 'The customer is seldom visited, or not when it was announced ({score}): visit regularly and on the day planned.', 'zh-CN': '拜访偏少或未按约定日期（{score}）：定期按时拜访。', 'zh-TW': '拜訪偏少或未按約定日期（{score}）：定期準時拜訪。' },
  'collection.advice.follow-up': { en: 'We come late after the due date ({score}): follow up on the day, and give incentives for paying on time.', 'zh-CN': '到期后跟进太晚（{score}）：到期当天即跟催，并对按时付款给予奖励。', 'zh-TW': '到期後跟催太晚（{score}）：到期當天即跟催，並對準時付款給予獎勵。' },
  // what the rep says
  'collection.say-open': { en: '{customer}: as of {day}, {currency} {open} is open with us; nothing is overdue.', 'zh-CN': '{customer}：截至 {day}，贵方在我处未结 {currency} {open}，没有逾期款。', 'zh-TW': '{customer}：截至 {day}，貴方在我處未結 {currency} {open}，沒有逾期帳款。' },
  'collection.say-open-overdue': { en: '{customer}: as of {day}, {currency} {open} is open with us; {currency} {overdue} of the invoices is overdue, the oldest since {due}.', 'zh-CN': '{customer}：截至 {day}，贵方在我处未结 {currency} {open}；其中已逾期单据 {currency} {overdue}，最早一笔 {due} 到期。', 'zh-TW': '{customer}：截至 {day}，貴方在我處未結 {currency} {open}；其中已逾期單據 {currency} {overdue}，最早一筆 {due} 到期。' },
  'collection.say-on-account': { en: '{currency} {amount} received from you is not yet applied to an invoice; tell us what it is for.', 'zh-CN': '已收贵方 {currency} {amount} 尚未核销，请告知用于哪几笔。', 'zh-TW': '已收貴方 {currency} {amount} 尚未沖帳，請告知用於哪幾筆。' },
  'collection.say-disputed.return-not-credited': { en: 'You have booked returns of {currency} {amount} that we have not credited; we are checking them.', 'zh-CN': '贵方已记退货 {currency} {amount}，我方尚未入账，正在核实。', 'zh-TW': '貴方已記退貨 {currency} {amount}，我方尚未入帳，正在核實。' },
  'collection.say-disputed.deduction-not-credited': { en: 'You have deducted {currency} {amount} for rebates, damage or promotion that we have not credited; please send us the papers.', 'zh-CN': '贵方已扣返利、破损、促销等费用 {currency} {amount}，我方尚未入账，请提供相关单据。', 'zh-TW': '貴方已扣回饋、破損、促銷等費用 {currency} {amount}，我方尚未入帳，請提供相關單據。' },
  'collection.say-disputed.transfer': { en: 'A transfer of goods of {currency} {amount} is booked by one of us only; we are clearing it up.', 'zh-CN': '平调商品 {currency} {amount} 仅一方入账，我方正在核对。', 'zh-TW': '調撥商品 {currency} {amount} 僅一方入帳，我方正在核對。' },
  'collection.say-disputed.amount-difference': { en: 'On some documents our amounts are {currency} {amount} higher than yours; let us compare them.', 'zh-CN': '部分单据我方金额比贵方高 {currency} {amount}，请一起核对。', 'zh-TW': '部分單據我方金額比貴方高 {currency} {amount}，請一起核對。' },
  'collection.say-disputed.duplicate': { en: '{currency} {amount} seems to be booked twice; we are checking it.', 'zh-CN': '{currency} {amount} 疑似重复入账，我方正在核实。', 'zh-TW': '{currency} {amount} 疑似重複入帳，我方正在核實。' },
  'collection.say-disputed.misposted': { en: '{currency} {amount} seems to belong to another account; we are checking it.', 'zh-CN': '{currency} {amount} 疑似串户，我方正在核实。', 'zh-TW': '{currency} {amount} 疑似入錯帳戶，我方正在核實。' },
  'collection.say-disputed.opening-difference': { en: 'Our opening balances differ by {currency} {amount}; let us look at the earlier statement together.', 'zh-CN': '双方期初余额相差 {currency} {amount}，请一起查看上期对账单。', 'zh-TW': '雙方期初餘額相差 {currency} {amount}，請一起查看上期對帳單。' },
  'collection.say-disputed.unexplained': { en: 'For {currency} {amount} we have found no counterpart in your books yet; please help us to trace it.', 'zh-CN': '尚有 {currency} {amount} 双方账上对不上，请协助查找。', 'zh-TW': '尚有 {currency} {amount} 雙方帳上對不上，請協助查找。' },
  'collection.say-disputed.marked': { en: '{currency} {amount} is noted as disputed; tell us what is wrong, so that we can settle it.', 'zh-CN': '{currency} {amount} 记为有争议，请说明问题，以便尽快解决。', 'zh-TW': '{currency} {amount} 記為有爭議，請說明問題，以便儘快解決。' },
  'collection.say-in-transit': { en: 'By your books you have paid {currency} {amount} that has not reached us yet; please tell us the date and the bank.', 'zh-CN': '贵方账上已付 {currency} {amount}，我方尚未收到，请告知付款日期和银行。', 'zh-TW': '貴方帳上已付 {currency} {amount}，我方尚未收到，請告知付款日期和銀行。' },
  'collection.say-not-booked': { en: 'Goods of {currency} {amount} are not in your books yet; we can send the delivery notes again.', 'zh-CN': '我方发货 {currency} {amount} 贵方尚未入账，如需可补送出库单。', 'zh-TW': '我方出貨 {currency} {amount} 貴方尚未入帳，如需可補送出貨單。' },
  'collection.say-promise-pending': { en: 'You promised payment by {day}; we count on it.', 'zh-CN': '贵方承诺 {day} 前付款，请如期安排。', 'zh-TW': '貴方承諾 {day} 前付款，請如期安排。' },
  'collection.say-promise-pending-amount': { en: 'You promised {currency} {amount} by {day}; we count on it.', 'zh-CN': '贵方承诺 {day} 前付款 {currency} {amount}，请如期安排。', 'zh-TW': '貴方承諾 {day} 前付款 {currency} {amount}，請如期安排。' },
  'collection.say-promise-broken': { en: 'The payment promised for {day} has not come.', 'zh-CN': '贵方承诺 {day} 的付款尚未收到。', 'zh-TW': '貴方承諾 {day} 的付款尚未收到。' },
  'collection.say-promise-broken-amount': { en: 'The {currency} {amount} promised for {day} has not come in full.', 'zh-CN': '贵方承诺 {day} 付款 {currency} {amount}，至今未足额收到。', 'zh-TW': '貴方承諾 {day} 付款 {currency} {amount}，至今未足額收到。' },
  'collection.say-ask': { en: 'Please pay {currency} {amount} now.', 'zh-CN': '请尽快付款 {currency} {amount}。', 'zh-TW': '請儘快付款 {currency} {amount}。' },
  'collection.say-ask-documents': { en: 'Please pay {currency} {amount} now, for {documents}.', 'zh-CN': '请尽快付款 {currency} {amount}，对应单据：{documents}。', 'zh-TW': '請儘快付款 {currency} {amount}，對應單據：{documents}。' },
  'collection.say-ask-documents-more': { en: 'Please pay {currency} {amount} now, for {documents} and {more} more.', 'zh-CN': '请尽快付款 {currency} {amount}，对应单据：{documents}，另有 {more} 张。', 'zh-TW': '請儘快付款 {currency} {amount}，對應單據：{documents}，另有 {more} 張。' },
  'collection.say-ask-by': { en: 'Please pay {currency} {amount} on {day}.', 'zh-CN': '请于 {day} 付款 {currency} {amount}。', 'zh-TW': '請於 {day} 付款 {currency} {amount}。' },
  'collection.say-ask-by-documents': { en: 'Please pay {currency} {amount} on {day}, for {documents}.', 'zh-CN': '请于 {day} 付款 {currency} {amount}，对应单据：{documents}。', 'zh-TW': '請於 {day} 付款 {currency} {amount}，對應單據：{documents}。' },
  'collection.say-ask-by-documents-more': { en: 'Please pay {currency} {amount} on {day}, for {documents} and {more} more.', 'zh-CN': '请于 {day} 付款 {currency} {amount}，对应单据：{documents}，另有 {more} 张。', 'zh-TW': '請於 {day} 付款 {currency} {amount}，對應單據：{documents}，另有 {more} 張。' },
  'collection.say-ask-settle': { en: 'Let us clear these differences first, so that the rest can be paid.', 'zh-CN': '请先一起核清上述差异，以便安排付款。', 'zh-TW': '請先一起核清上述差異，以便安排付款。' },
  'collection.say-ask-nothing': { en: 'There is nothing for you to pay at the moment.', 'zh-CN': '目前无需付款。', 'zh-TW': '目前無需付款。' },
  'collection.say-reconcile': { en: 'Our statement is due for signature as well; please confirm the balance.', 'zh-CN': '本期对账单也请核对签认。', 'zh-TW': '本期對帳單也請核對簽認。' },
  'collection.say-closing': { en: '{words}', 'zh-CN': '{words}', 'zh-TW': '{words}' },
  // notices
  'collection.no-holidays': { en: 'The public holidays of {year} ({country}) are not published yet: weekends only are counted for that year. Add days off on the settings sheet.', 'zh-CN': '{year} 年法定节假日（{country}）尚未收录，该年仅按周末计算；可在设置表补充休息日。', 'zh-TW': '{year} 年國定假日（{country}）尚未收錄，該年僅以週末計算；可在設定表補充休假日。' },
  'collection.too-far': { en: 'Too far for a visit within one working day, so in no trip: {customers}.', 'zh-CN': '路程太远，一个工作日内无法往返，未排入行程：{customers}。', 'zh-TW': '路程太遠，一個工作日內無法往返，未排入行程：{customers}。' },
} as const satisfies Catalogue;

/** How far the limitation date is, by jurisdiction: what restarts it differs. */
function limitationTexts() {
  const restart = {
    CN: { en: 'A demand that reached the debtor, part payment or a signed statement starts it afresh.', 'zh-CN': '送达的催款函、部分付款或签认的对账单可使时效重新计算。', 'zh-TW': '送達的催款函、部分付款或簽認的對帳單可使時效重新起算（中國大陸法律）。' },
    TW: { en: 'Part payment or a signed statement starts it afresh; a mere demand lapses after six months without suit.', 'zh-CN': '部分付款或签认的对账单可使时效重新计算；仅催告而六个月内未起诉的，视为不中断（台湾法律）。', 'zh-TW': '部分清償或簽認的對帳單可使時效重行起算；僅請求而於六個月內不起訴，視為不中斷。' },
    other: { en: 'The period for {jurisdiction} is your own setting.', 'zh-CN': '{jurisdiction} 的期限为您自行设定。', 'zh-TW': '{jurisdiction} 的期間為您自行設定。' },
  };
  const state = {
    '': { en: 'Limitation date {day}.', 'zh-CN': '诉讼时效 {day} 届满。', 'zh-TW': '消滅時效 {day} 屆滿。' },
    '-near': { en: 'The limitation date {day} is {days} {days|day|days} away: act before then.', 'zh-CN': '诉讼时效将于 {day} 届满，还有 {days} 天，须及时处理。', 'zh-TW': '消滅時效將於 {day} 屆滿，尚有 {days} 天，須及時處理。' },
    '-passed': { en: 'The limitation date {day} has passed; only a written acknowledgment helps now.', 'zh-CN': '诉讼时效已于 {day} 届满，只有取得书面确认才有转机。', 'zh-TW': '消滅時效已於 {day} 屆滿，只有取得書面承認才有轉機。' },
  };
  type Codes = `collection.limitation${keyof typeof state}.${keyof typeof restart}`;
  const texts: Record<string, Catalogue[string]> = {};
  for (const [suffix, said] of Object.entries(state)) {
    for (const [jurisdiction, how] of Object.entries(restart)) {
      texts[`collection.limitation${suffix}.${jurisdiction}`] = {
        en: `${said.en} ${how.en} ${NO_ADVICE.en}`,
        'zh-CN': `${said['zh-CN']}${how['zh-CN']}${NO_ADVICE['zh-CN']}`,
        'zh-TW': `${said['zh-TW']}${how['zh-TW']}${NO_ADVICE['zh-TW']}`,
      };
    }
  }
  return texts as Record<Codes, Catalogue[string]>;
}
