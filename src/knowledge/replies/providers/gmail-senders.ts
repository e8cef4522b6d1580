/**
 * What Gmail holds against who sends: reverse name, SPF, DKIM, DMARC, TLS of bulk senders, reputation, volume.
 */
import type { EntrySketch } from '../reply-entry.js';

export const seeTools = 'Look at the domain in Google Postmaster Tools.';

export const gmailSenderSketches: readonly EntrySketch[] = [
  {
    name: 'no-ptr',
    code: 'sender.no-reverse-dns',
    enhanced: ['x.7.25', '4.7.23'],
    examples: [
      '550-5.7.25 [192.0.2.202] The IP address sending this message does not have a\r\n550 5.7.25 PTR record setup, or the corresponding forward DNS entry does not point to the sending IP. - gsmtp',
      '451 4.7.23 The sending IP address does not have a PTR record',
    ],
    remedy: ['Set the PTR record of the sending address, and an address record that leads back to it.'],
  },
  {
    name: 'no-ptr-by-text',
    code: 'sender.no-reverse-dns',
    enhanced: ['4.7.0', '5.7.1'],
    phrases: ['(ptr|reverse dns) *', 'does not have (a |)ptr', 'ipv6 * (ptr|sending guidelines|authentication)'],
    examples: [
      '421 4.7.0 IP address does not have a PTR record',
      '550-5.7.1 [2001:db8::1] Our system has detected that this message does not meet IPv6 sending guidelines regarding PTR records and authentication. - gsmtp',
    ],
    remedy: ['Set the PTR record of the sending address, IPv6 too, or send over IPv4.'],
  },
  {
    name: 'spf-suspicious',
    code: 'sender.spf-failed',
    enhanced: ['x.7.24'],
    examples: [
      '550 5.7.24 The SPF record of the sending domain has one or more suspicious entries.',
      '451 4.7.24 The SPF record has suspicious entries',
    ],
    remedy: ['Remove what does not belong into the SPF record: ranges that are far too wide, hosts that are not yours.'],
  },
  {
    name: 'unauthenticated',
    code: 'sender.unauthenticated',
    enhanced: ['x.7.26'],
    examples: [
      '550-5.7.26 This mail has been blocked because the sender is unauthenticated.\r\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.\r\n550 5.7.26 - gsmtp',
      '421 4.7.26 This mail is unauthenticated',
    ],
    remedy: ['Let SPF or DKIM pass for the domain of the From address.'],
    responsible: 'sender-dns',
  },
  {
    name: 'unauthenticated-by-text',
    code: 'sender.unauthenticated',
    enhanced: ['x.7.0', '5.7.1'],
    phrases: ['does not have authentication information', 'fails to pass authentication checks'],
    examples: ['421-4.7.0 This mail does not have authentication information or fails to pass\r\n421 4.7.0 authentication checks. - gsmtp'],
    remedy: ['Let SPF or DKIM pass for the domain of the From address.'],
    responsible: 'sender-dns',
  },
  {
    name: 'spf-hard-fail',
    code: 'sender.spf-failed',
    enhanced: ['x.7.26', '5.7.1'],
    phrases: ['spf record with a hard fail', 'hard fail'],
    examples: [
      '550-5.7.26 The MAIL FROM domain [example.net] has an SPF record with a hard fail\r\n550 5.7.26 policy (-all) but it fails to pass SPF checks with the ip: [192.0.2.1]. - gsmtp',
    ],
  },
  {
    name: 'dmarc-reject',
    code: 'sender.dmarc-failed',
    enhanced: ['x.7.26', '5.7.1'],
    phrases: ['domains * dmarc policy', 'dmarc policy', 'due to domains dmarc'],
    examples: [
      "550-5.7.26 Unauthenticated email from example.net is not accepted due to domain's\r\n550-5.7.26 DMARC policy. Please contact the administrator of example.net domain if\r\n550 5.7.26 this was a legitimate mail. - gsmtp",
      "550-5.7.1 Unauthenticated email from example.net is not accepted due to domain's\r\n550 5.7.1 DMARC policy. - gsmtp",
    ],
  },
  {
    name: 'bulk-spf',
    code: 'sender.spf-failed',
    enhanced: ['x.7.27'],
    examples: [
      '550 5.7.27 This mail has been blocked because SPF does not pass.',
      '421 4.7.27 Your email has been rate limited because SPF authentication did not pass',
    ],
  },
  {
    name: 'flood',
    code: 'sender.rate-limited',
    enhanced: ['x.7.28'],
    examples: [
      '421 4.7.28 Gmail has detected an unusual rate of mail originating from your IP address.',
      '550 5.7.28 There is an unusual rate of unsolicited mail originating from your IP address.',
    ],
    remedy: ['Send less, and look for accounts and forms that are abused.', seeTools],
  },
  {
    name: 'bulk-tls',
    code: 'tls.required',
    enhanced: ['x.7.29'],
    examples: ['550 5.7.29 This mail has been blocked because it was not sent over a TLS connection.'],
    remedy: ['Switch STARTTLS on for outgoing mail.'],
  },
  {
    name: 'bulk-dkim',
    code: 'sender.dkim-failed',
    enhanced: ['x.7.30'],
    examples: ['550 5.7.30 This mail has been blocked because DKIM does not pass.'],
  },
  {
    name: 'not-aligned',
    code: 'sender.dmarc-failed',
    enhanced: ['x.7.32'],
    examples: [
      '421 4.7.32 The From: header is not aligned with either the authenticated SPF or DKIM organizational domain.',
      '421 5.7.32 Your mail has been blocked since the From: header is not aligned with SPF or DKIM.',
    ],
  },
  {
    name: 'no-dmarc',
    code: 'sender.dmarc-failed',
    enhanced: ['x.7.40'],
    replyCodes: [421, 550],
    examples: ['550 5.7.40 The sending domain has no DMARC record or one without a policy.'],
    remedy: ['Publish a DMARC record, p=none to begin with.'],
    responsible: 'sender-dns',
  },
  {
    name: 'not-authorized-directly',
    code: 'sender.blocked',
    phrases: ['ip youre using to send mail is not authorized', 'not authorized to send email directly'],
    examples: [
      "550-5.7.1 [192.0.2.1] The IP you're using to send mail is not authorized to\r\n550-5.7.1 send email directly to our servers. Please use the SMTP relay at your\r\n550-5.7.1 service provider instead. Learn more at\r\n550 5.7.1 https://support.google.com/mail/?p=NotAuthorizedError - gsmtp",
    ],
    remedy: [
      'Send through the SMTP relay of your provider: its operator lists the address among those that run no mail server. If it does, let the operator take it off that list (Spamhaus PBL), and set its PTR record.',
    ],
    responsible: 'sender-mail',
  },
  {
    name: 'low-reputation',
    code: 'sender.reputation-low',
    enhanced: ['4.7.0', '5.7.1'],
    phrases: ['(low|very low|bad) reputation', 'reputation of the (sending|) (ip|domain)', 'suspicious due to the * reputation'],
    examples: [
      '550-5.7.1 [192.0.2.1] Gmail has detected that this message is likely suspicious due to the very low reputation of the sending IP address. - gsmtp',
      '421-4.7.0 Gmail has detected that this message is suspicious due to the very low reputation of the sending domain. - gsmtp',
    ],
    remedy: [seeTools],
  },
];
