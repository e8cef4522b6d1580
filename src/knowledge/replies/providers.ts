/**
 * The providers whose replies have meanings of their own, and how they are told: by the host's name, else by a
 * mark that only they put in the text. Marks are written as phrases in the normal form of reply texts.
 */
export const providerIds = [
  'gmail',
  'microsoft-365',
  'outlook',
  'yahoo',
  'apple',
  'comcast',
  'orange',
  'gmx',
  'mimecast',
  'godaddy',
  'cox',
  'spectrum',
  'facebook',
  'qq',
  'i-ua',
  'ses',
  'mail-ru',
  'yandex',
  'proofpoint',
  'barracuda',
  'cloudflare',
  'telekom',
  'free-fr',
  'zoho',
] as const;
export type ProviderId = (typeof providerIds)[number];

export interface Provider {
  readonly id: ProviderId;
  readonly name: string;
  /** Domains within which its exchanges lie. */
  readonly hosts: readonly string[];
  readonly marks: readonly string[];
  /** Domains that links and bracketed host names in its replies lie in. */
  readonly sites: readonly string[];
}

export const providers: readonly Provider[] = [
  { id: 'gmail', name: 'Gmail', hosts: ['google.com', 'googlemail.com', 'gmail.com', 'smtp.goog'], marks: ['gsmtp', 'gcdp'], sites: [] },
  {
    id: 'outlook',
    name: 'Outlook.com',
    hosts: ['olc.protection.outlook.com', 'hotmail.com', 'mx1.hotmail.com'],
    marks: [
      'rp 001',
      'rp 002',
      'rp 003',
      'sc 001',
      'sc 002',
      'sc 003',
      'sc 004',
      'dy 001',
      'dy 002',
      'ou 001',
      'ou 002',
      's3140',
      's3150',
      's3113',
      's3114',
      's3115',
      's2017062302',
    ],
    sites: ['mail.live.com', 'postmaster.live.com', 'sendersupport.olc.protection.outlook.com'],
  },
  {
    id: 'microsoft-365',
    name: 'Microsoft 365',
    hosts: ['mail.protection.outlook.com', 'prod.outlook.com', 'protection.outlook.com', 'mx.microsoft', 'outlook.com'],
    // The number of the filter that refuses unknown mailboxes at the edge.
    marks: ['as 201806281'],
    sites: ['prod.outlook.com', 'sender.office.com', 'protection.outlook.com'],
  },
  {
    id: 'yahoo',
    name: 'Yahoo',
    hosts: ['yahoodns.net', 'yahoo.com', 'yahoo.co.jp', 'aol.com', 'att.net', 'yahooinc.com', 'verizonmedia.com'],
    marks: ['tss04', 'tss07', 'tss09', 'tss11', 'ts01', 'ts02', 'ts03', 'bl21', 'bl23', 'ph01'],
    sites: ['postmaster.yahoo.com', 'postmaster.yahooinc.com', 'senders.yahooinc.com', 'postmaster.verizonmedia.com', 'help.yahoo.com'],
  },
  {
    id: 'apple',
    name: 'Apple iCloud',
    hosts: ['icloud.com', 'me.com', 'me.com.akadns.net', 'privaterelay.appleid.com'],
    marks: ['hme1', 'cs01'],
    sites: [],
  },
  {
    id: 'comcast',
    name: 'Comcast',
    hosts: ['comcast.net'],
    marks: ['es000001', 'es000010', 'bl000000', 'bl000001', 'bl000010', 'bl000100', 'rl000001', 'rl000002', 'rl000003', 'rl000010'],
    sites: ['postmaster.comcast.net'],
  },
  {
    id: 'orange',
    name: 'Orange',
    hosts: ['orange.fr', 'wanadoo.fr', 'laposte.net', 'orange.com'],
    marks: ['ofr~ *', 'lpn~ *'],
    sites: ['postmaster.orange.fr'],
  },
  {
    id: 'gmx',
    name: 'GMX, WEB.DE and IONOS',
    hosts: ['gmx.net', 'gmx.com', 'web.de', 'kundenserver.de', 'ionos.com', 'ionos.de'],
    marks: [],
    sites: [
      'postmaster.gmx.com',
      'postmaster.gmx.net',
      'postmaster.web.de',
      'postmaster.1and1.com',
      'postmaster.ionos.com',
      'postmaster.kundenserver.de',
    ],
  },
  {
    id: 'mimecast',
    name: 'Mimecast',
    hosts: ['mimecast.com', 'mimecast-offshore.com', 'mimecast.co.za'],
    marks: [],
    sites: ['community.mimecast.com', 'mimecastsupport.zendesk.com'],
  },
  {
    id: 'godaddy',
    name: 'GoDaddy',
    hosts: ['secureserver.net'],
    marks: ['ib101', 'ib103', 'ib104', 'ib105', 'ib106', 'ib108', 'ib110', 'ib111', 'ib112', 'ib113', 'ib212'],
    sites: [],
  },
  {
    id: 'cox',
    name: 'Cox',
    hosts: ['cox.net'],
    marks: ['aup cx~', 'aup cdrbl', 'aup ipbl~', 'aup urlbl~', 'aup ipbl0001'],
    sites: ['www.cox.com'],
  },
  {
    id: 'spectrum',
    name: 'Spectrum',
    hosts: ['charter.net', 'rr.com', 'spectrum.net', 'brighthouse.com'],
    marks: ['aup 1~', 'aup in 1~', 'aup out 1~'],
    sites: ['www.spectrum.net'],
  },
  {
    id: 'facebook',
    name: 'Facebook',
    hosts: ['facebook.com', 'facebookmail.com'],
    marks: ['rcp p~', 'rcp t~', 'dns p~', 'msg p~', 'con t~', 'pol p~', 'pol t~', 'int t~', 'int p~'],
    sites: ['postmaster.facebook.com'],
  },
  { id: 'qq', name: 'Tencent QQ', hosts: ['qq.com', 'exmail.qq.com'], marks: [], sites: ['service.mail.qq.com', 'open.qq.com'] },
  { id: 'i-ua', name: 'i.ua', hosts: ['i.ua'], marks: [], sites: ['mail.i.ua'] },
  { id: 'ses', name: 'Amazon SES', hosts: ['amazonses.com', 'amazonaws.com', 'awsapps.com'], marks: [], sites: [] },
  { id: 'mail-ru', name: 'Mail.ru', hosts: ['mail.ru'], marks: [], sites: ['help.mail.ru'] },
  { id: 'yandex', name: 'Yandex', hosts: ['yandex.ru', 'yandex.net', 'yandex.com'], marks: [], sites: ['ya.cc'] },
  {
    id: 'proofpoint',
    name: 'Proofpoint',
    hosts: ['pphosted.com', 'ppe-hosted.com', 'proofpoint.com'],
    marks: [],
    sites: ['ipcheck.proofpoint.com', 'support.proofpoint.com'],
  },
  {
    id: 'barracuda',
    name: 'Barracuda',
    hosts: ['barracudanetworks.com', 'ess.barracudanetworks.com', 'barracuda.com'],
    marks: [],
    sites: ['www.barracudanetworks.com'],
  },
  {
    id: 'cloudflare',
    name: 'Cloudflare Email Routing',
    hosts: ['mx.cloudflare.net', 'cloudflare.net'],
    marks: [],
    sites: ['developers.cloudflare.com'],
  },
  { id: 'telekom', name: 'Deutsche Telekom', hosts: ['t-online.de'], marks: [], sites: [] },
  { id: 'free-fr', name: 'Free', hosts: ['free.fr'], marks: [], sites: [] },
  { id: 'zoho', name: 'Zoho', hosts: ['zoho.com', 'zoho.eu', 'zoho.in'], marks: [], sites: [] },
];
