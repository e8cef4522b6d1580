/**
 * Listings as Postfix, Sendmail, Exim and OpenSMTPD print them; qmail's and Exchange's follow the makers' documentation.
 */

export const postqueueP = `-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------
4WxYz1234A*     1234 Mon Nov 23 18:15:01  admin@corp.example
                                         bob@example.com

4WxYz1234B!     1234 Mon Nov 23 16:15:01  admin@corp.example
(host mx.example.com[192.0.2.1] said: 450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted (in reply to RCPT TO command))
                                         bob@example.com
                                         ann@example.com

4WxYz1234C      1234 Mon Nov 23 16:15:01  MAILER-DAEMON
(connect to mx.example.org[192.0.2.1]:25: Connection timed out)
                                         bob@example.org
(host mx.example.net[192.0.2.3] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))
                                         full@example.net

-- 3 Kbytes in 3 Requests.
`;
export const postqueueJ = [
  '{"queue_name": "deferred", "queue_id": "4WxYz1", "arrival_time": 1795456800, "message_size": 300, "forced_expire": false, "sender": "admin@corp.example", "recipients": [{"address": "bob@example.com", "delay_reason": "host mx.example.com[192.0.2.1] said: 450 4.2.0 <bob@example.com>: Greylisted (in reply to RCPT TO command)"}]}',
  '{"queue_name": "hold", "queue_id": "4WxYz2", "arrival_time": 1795456800, "message_size": 300, "sender": "", "recipients": [{"address": "ann@example.com"}]}',
  '',
].join('\n');
export const sendmail = `\t\t/var/spool/mqueue (2 requests)
-----Q-ID----- --Size-- -----Q-Time----- ------------Sender/Recipient-----------
7ANKC1Xx012345       18 Mon Nov 23 16:12 <admin@corp.example>
                 (Deferred: Connection refused by mx.example.com.)
\t\t\t\t\t <bob@example.com>
7ANKC1Xx012346*      18 Mon Nov 23 19:12 <admin@corp.example>
\t\t\t\t\t <bob@example.com>
\t\tTotal requests: 2
`;
export const sendmailMarks = `\t\t/var/spool/mqueue (3 requests)
-----Q-ID----- --Size-- -----Q-Time----- ------------Sender/Recipient-----------
7ANKC1Xx012345X      18 Mon Nov 23 16:12 <admin@corp.example>
\t\t\t\t\t <bob@example.com>
7ANKC1Xx012346-      18 Mon Nov 23 16:12 <admin@corp.example>
\t\t\t\t\t <bob@example.net>
JAA12345?            18 Mon Nov 23 16:12 <admin@corp.example>
\t\t\t\t\t <bob@example.org>
\t\tTotal requests: 3
`;
export const sendmailVerbose = `\t\t/var/spool/mqueue/q1 (2 requests)
-----Q-ID----- --Size-- -Priority- ---Q-Time--- --------Sender/Recipient--------
7ANKC1Xx012345       18      30111 Nov 23 16:12 <admin@corp.example>
                 (Deferred: 452 4.2.2 <bob@example.com>: Mailbox full)
\t\t\t\t\t\t<bob@example.com>
\t\t (Deferred: 452 4.2.2 <bob@example.com>: Mailbox full)
7ANKC1Xx012346       18      30111+Nov 23 19:12 <admin@corp.example>
\t\t\t\t\t\t<bob@example.org>
\t\t/var/spool/mqueue/q2 is empty
\t\tTotal requests: 2
`;
export const exim = ` 4h  2.9K 1vNPlX-00000001abc-2Xyz <admin@corp.example>
          bob@example.com
        D done@example.com

 3d   540 1vNPlY-000002-AB <> *** frozen ***
          ann@example.org

`;
export const qmail = `23 Nov 2026 16:00:00 GMT  #12345  678  <admin@corp.example>
\tremote\tbob@example.com
  done\tremote\tann@example.com
23 Nov 2026 17:00:00 GMT  #12346  678  <>  bouncing
\tlocal\tcarol@example.org
`;
export const smtpctl =
  '3b4c5d6e7f809102|local|mta||admin@corp.example|bob@example.com|bob@example.com|1795456800|1795802400|1795460000|2|pending|410|450 4.2.0 Greylisted, see http://postgrey.example\n';
export const getQueue = JSON.stringify([
  {
    Identity: 'MAIL1\\17',
    DeliveryType: 'DnsConnectorDelivery',
    Status: 'Retry',
    MessageCount: 120,
    NextHopDomain: 'example.com',
    LastError:
      '[{LRT=11/23/2026 7:00:00 PM};{LED=451 4.7.1 Greylisting in action, please come back later};{FQDN=example.com};{IP=192.0.2.1}]',
    NextRetryTime: '2026-11-23T20:05:00Z',
  },
]);
export const getQueueTable = `
Identity           DeliveryType          Status MessageCount Velocity NextHopDomain
--------           ------------          ------ ------------ -------- -------------
MAIL1\\17           DnsConnectorDelivery  Retry  12           0        example.com
MAIL1\\Submission   Undefined             Ready  0            0
MAIL1\\18           SmtpRelayToRemoteA... Retry  3            0        a-very-long-name-of-a-do...

`;
export const getMessageTable = `
Identity       FromAddress        Status  MessageSourceName SCL Subject
--------       -----------        ------  ----------------- --- -------
MAIL1\\12\\101   admin@corp.example Ready   SMTP:Default      -1  Hello
MAIL1\\12\\102   bob@corp.example   Suspended SMTP:Default      -1  Hello again
`;
export const getMessage = `Identity          : MAIL1\\17\\40
Subject           : Hello
FromAddress       : admin@corp.example
Status            : Retry
DateReceived      : 2026-11-23T16:00:00Z
ExpirationTime    : 2026-11-25T16:00:00Z
LastError         : 550 5.1.1 User unknown
Recipients        : {bob@example.com}

`;
export const getMessageCsv = `#TYPE Microsoft.Exchange.Data.QueueViewer.ExtensibleMessageInfo
"Identity","FromAddress","Status","DateReceived","LastError","Recipients"
"MAIL1\\17\\41","admin@corp.example","Suspended","2026-11-23T16:00:00Z","452 4.2.2 Mailbox full, said ""mx""","bob@example.com"
`;
