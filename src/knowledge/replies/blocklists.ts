/**
 * Blocklists that replies name: by the domain of their zone or lookup page, or by their name in the text.
 *
 * `lists` says what stands on them: addresses, or domains seen in a message. The link is where a listing is
 * looked up and lifted. Source: the lists' own pages.
 */
export interface Blocklist {
  readonly name: string;
  readonly lists: 'addresses' | 'domains';
  /** Zones and sites; the longest that fits decides. */
  readonly domains: readonly string[];
  /** Words of a text that name it. */
  readonly words: readonly string[];
  readonly link: string | null;
}

export const blocklists: readonly Blocklist[] = [
  {
    name: 'Spamhaus',
    lists: 'addresses',
    domains: ['spamhaus.org', 'spamhaus.net', 'spamhaus.com', 'abuseat.org'],
    words: ['spamhaus'],
    link: 'https://check.spamhaus.org/',
  },
  {
    name: 'Spamhaus DBL',
    lists: 'domains',
    domains: ['dbl.spamhaus.org', 'dbl.dq.spamhaus.net'],
    words: [],
    link: 'https://check.spamhaus.org/',
  },
  { name: 'SpamCop', lists: 'addresses', domains: ['spamcop.net'], words: ['spamcop'], link: 'https://www.spamcop.net/bl.shtml' },
  {
    name: 'Barracuda',
    lists: 'addresses',
    domains: ['barracudacentral.org'],
    words: ['barracudacentral'],
    link: 'https://www.barracudacentral.org/rbl/removal-request',
  },
  { name: 'SORBS', lists: 'addresses', domains: ['sorbs.net'], words: ['sorbs'], link: null },
  {
    name: 'UCEPROTECT',
    lists: 'addresses',
    domains: ['uceprotect.net'],
    words: ['uceprotect'],
    link: 'https://www.uceprotect.net/en/rblcheck.php',
  },
  {
    name: 'Backscatterer',
    lists: 'addresses',
    domains: ['backscatterer.org'],
    words: ['backscatterer'],
    link: 'https://www.backscatterer.org/',
  },
  {
    name: 'Cloudmark CSI',
    lists: 'addresses',
    domains: ['csi.cloudmark.com', 'cloudmark.com'],
    words: ['cloudmark'],
    link: 'https://csi.cloudmark.com/',
  },
  { name: 'SURBL', lists: 'domains', domains: ['surbl.org'], words: ['surbl'], link: 'https://surbl.org/surbl-analysis' },
  { name: 'URIBL', lists: 'domains', domains: ['uribl.com'], words: ['uribl'], link: 'https://admin.uribl.com/' },
  { name: 'ivmSIP', lists: 'addresses', domains: ['invaluement.com'], words: ['invaluement'], link: 'https://www.invaluement.com/lookup/' },
  {
    name: 'Sender Score',
    lists: 'addresses',
    domains: ['senderscore.com', 'senderscore.org', 'returnpath.net', 'senderscore.net'],
    words: ['senderscore'],
    link: 'https://senderscore.org/',
  },
  {
    name: 'Mailspike',
    lists: 'addresses',
    domains: ['mailspike.net', 'mailspike.org', 'mailspike.io'],
    words: ['mailspike'],
    link: 'https://mailspike.org/',
  },
  { name: 'PSBL', lists: 'addresses', domains: ['surriel.com'], words: ['psbl'], link: 'https://psbl.org/' },
  { name: 'SpamRATS', lists: 'addresses', domains: ['spamrats.com'], words: ['spamrats'], link: 'https://www.spamrats.com/removal.php' },
  {
    name: 'Abusix',
    lists: 'addresses',
    domains: ['abusix.zone', 'abusix.com', 'abusix.org'],
    words: ['abusix'],
    link: 'https://app.abusix.com/lookup',
  },
  { name: 'NiX Spam', lists: 'addresses', domains: ['manitu.net'], words: ['nixspam'], link: null },
  { name: 'GBUdb Truncate', lists: 'addresses', domains: ['gbudb.net', 'gbudb.com'], words: ['gbudb'], link: null },
  { name: 'blocklist.de', lists: 'addresses', domains: ['blocklist.de'], words: [], link: 'https://www.blocklist.de/en/delist.html' },
  {
    name: 'Hostkarma',
    lists: 'addresses',
    domains: ['junkemailfilter.com'],
    words: ['hostkarma'],
    link: 'https://ipadmin.junkemailfilter.com/',
  },
  {
    name: 'Trend Micro ERS',
    lists: 'addresses',
    domains: ['mail-abuse.com', 'mail-abuse.org', 'ers.trendmicro.com'],
    words: [],
    link: 'https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/',
  },
  {
    name: 'Proofpoint Dynamic Reputation',
    lists: 'addresses',
    domains: ['support.proofpoint.com', 'ipcheck.proofpoint.com'],
    words: [],
    link: 'https://ipcheck.proofpoint.com/',
  },
  { name: 'DroneBL', lists: 'addresses', domains: ['dronebl.org'], words: ['dronebl'], link: 'https://dronebl.org/lookup' },
  { name: 'WPBL', lists: 'addresses', domains: ['wpbl.info'], words: ['wpbl'], link: null },
  {
    name: 'SpamEatingMonkey',
    lists: 'addresses',
    domains: ['spameatingmonkey.net', 'spameatingmonkey.com'],
    words: ['spameatingmonkey'],
    link: 'https://spameatingmonkey.com/lookup',
  },
  { name: '0spam', lists: 'addresses', domains: ['0spam.org', 'fusionzero.com'], words: ['0spam'], link: 'https://0spam.org/' },
];
