/**
 * 521: the host takes no mail at all (RFC 7504).
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'host/takes-no-mail',
  says: {
    'host.takes-no-mail': {
      description: 'The host says that it never takes mail (521).',
      variants: {
        'takes-none': {
          title: 'No mail at all is taken by {server}: it answers 521.',
          explanation:
            'The host runs only enough of a mail server to say that it never takes mail, for nobody. DNS leads mail there by mistake: an MX record that names it, or no MX record at all, so that mail goes to the web server of the domain. Some servers misuse 521 to refuse a single client; the text tells: {reply}.',
          severity: 'error',
          responsible: 'recipient-dns',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Let the MX record of {domain} name the server that receives its mail.',
            'If {domain} is to take no mail: publish a null MX (MX 0 .), so that senders learn it without a connection.',
            'If this host should take mail: start a real mail server there.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 7504 section 3', 'RFC 7504 section 4', 'RFC 7505 section 3'],
      explains: [],
    },
  },
});
