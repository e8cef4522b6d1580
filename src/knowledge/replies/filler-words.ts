/**
 * Words that name no reason: a text of nothing but these says no more than its code.
 */
const fillers = new Set(
  `a an all and any as at be been by can cannot cant could did do does for from has have he her here him his if in into is it its
   no not of on or our re so that the their them there these they this to too us was we were what when which who why will with would you your
   about above again after also before below email emails error errors fail failed failing failure fatal following further had
   hello hi incoming information internet mail mailbox mailboxes mailer mails mailserver message messages more mta mx number occurred ok
   on only other out outgoing outlook permanent permanently please postmaster protocol reason reasons receive received receiver recipient recipients
   refuse refused refusing reject rejected rejecting rejection remote reply request requested require result returned said see sender sent server
   service smtp esmtp some sorry status such system temporarily temporary than thank thanks then transaction try type unable undeliverable
   undelivered unexpected unfortunately until action taken aborted abort actions accept accepted accepting access address addresses allowed
   administrator admin command condition connection contact content data delivered deliver delivering delivery denied deny destination details
   does doesnt domain dont envelope explanation general generic goodbye bye help host id incident local later look mailfrom next now
   problem problems queue queued rcpt recipient1 session site time times transmission unavailable undefined unknown unspecified unsuccessful
   user users value via violation visit wont fail2 because get given go got let make may might must need needs
   <link> <host> <addr> <ip> blocked`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Codes and ids of sessions: digits alone, or a mixture of letters and digits. */
const sessionMark = /^\d+$|^(?=.*\d)[a-z\d]{6,}$/;

/** Whether none of the words tells anything. */
export function speaksOnlyFillers(words: readonly string[]): boolean {
  return words.every((word) => fillers.has(word) || sessionMark.test(word));
}
