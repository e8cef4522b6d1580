/**
 * The login at the sender's own provider or relay fails.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/login-failed',
  says: {
    'sender.login-failed': {
      description: "The login at the sender's own provider fails.",
      variants: {
        failed: {
          title: 'The login of the sending program or server is refused.',
          explanation:
            'The refusal comes from the server through which the mail was to leave: user name or password is wrong, the way of logging in is not allowed, or an ordinary password is no longer taken. The recipient has nothing to do with it.',
          severity: 'error',
          responsible: 'sender-mail',
          alsoInform: ['sender-user'],
          remedy: [
            'Try the login by hand: swaks --auth LOGIN --auth-user NAME --server HOST --port 587 --tls --quit-after AUTH.',
            'Gmail (534 5.7.9, 535 5.7.8): an app password, or OAuth. Microsoft 365 (535 5.7.139): basic login is switched off; use OAuth, a connector, or allow SMTP AUTH for that mailbox (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).',
            'Postfix as client: smtp_sasl_password_maps with postmap run after the change, smtp_sasl_security_options = noanonymous, and the package libsasl2-modules.',
            'Too many wrong logins: wait a quarter of an hour before the next one.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 4954 section 6 (535 5.7.8)', 'RFC 5248 section 2.4', 'Google: Fix problems with SMTP logins'],
      explains: [],
    },
  },
});
