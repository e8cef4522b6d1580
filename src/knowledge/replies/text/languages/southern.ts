/**
 * Replies in Spanish, Italian and Portuguese.
 */
import type { Code } from '../../../../model/vocabulary.js';
import { type EntrySketch, specificity } from '../../reply-entry.js';

const spanishMailbox = '(usuario|destinatario|buzon|cuenta|direccion|casilla|correo)';
const italianMailbox = '(utente|destinatario|casella|indirizzo|account|mailbox)';
const portugueseMailbox = '(usuario|utilizador|destinatario|conta|caixa postal|caixa de correio|endereco)';

/** A phrase that leaves no doubt about spam or size, whatever stands around it. */
function plain(name: string, code: Code, phrases: readonly string[], examples: readonly string[]): EntrySketch {
  return { name, code, phrases, examples, specificity: specificity.productPhrase };
}

export const southernSketches: readonly EntrySketch[] = [
  {
    name: 'spanish-unknown',
    code: 'recipient.unknown',
    phrases: [
      `${spanishMailbox} (es |) (desconocido|desconocida|inexistente|no existe|no encontrado|no encontrada|no valido|no valida|invalida|invalido)`,
      'no existe (el |la |) (usuario|cuenta|buzon|direccion|destinatario)',
    ],
    examples: ['550 Usuario desconocido', '550 5.1.1 No existe el usuario'],
  },
  {
    name: 'spanish-full',
    code: 'recipient.mailbox-full',
    phrases: ['(buzon|cuenta|casilla) (esta |) (lleno|llena)', 'cuota (de disco |de correo |) (excedida|superada)'],
    examples: ['552 5.2.2 Buzón lleno', '552 Cuota excedida'],
  },
  {
    name: 'spanish-disabled',
    code: 'recipient.disabled',
    phrases: [
      `${spanishMailbox} (esta |ha sido |fue |) (desactivada|desactivado|deshabilitada|deshabilitado|suspendida|suspendido|inactiva|inactivo|cancelada|cancelado)`,
    ],
    examples: ['550 Cuenta desactivada', '550 El buzón ha sido suspendido'],
  },
  plain(
    'spanish-spam',
    'message.spam',
    ['(detectado|identificado|clasificado|considerado) como (spam|correo no deseado)'],
    ['554 Mensaje clasificado como spam'],
  ),
  plain(
    'spanish-large',
    'message.too-large',
    ['mensaje demasiado (grande|largo)', 'excede el tamano (maximo|permitido)'],
    ['552 Mensaje demasiado grande'],
  ),
  {
    name: 'spanish-later',
    code: 'server.busy',
    phrases: ['(intente|intentelo|pruebe) (de nuevo |nuevamente |) mas tarde'],
    classes: [4],
    examples: ['451 Inténtelo de nuevo más tarde'],
    specificity: specificity.hint,
  },
  {
    name: 'italian-unknown',
    code: 'recipient.unknown',
    phrases: [
      `${italianMailbox} (e |) (sconosciuto|inesistente|non esiste|non trovato|non trovata|non valido|sconosciuta)`,
      'non esiste (il |la |) (casella|utente|destinatario)',
    ],
    examples: ['550 Utente sconosciuto', '550 5.1.1 Casella inesistente'],
  },
  {
    name: 'italian-full',
    code: 'recipient.mailbox-full',
    phrases: ['(casella|mailbox) (di posta |)(e |)piena', 'quota (superata|esaurita)', 'spazio (esaurito|insufficiente)'],
    examples: ['552 Casella di posta piena'],
  },
  {
    name: 'italian-disabled',
    code: 'recipient.disabled',
    phrases: [
      `${italianMailbox} (e |e stata |e stato |) (disabilitato|disabilitata|sospeso|sospesa|disattivato|disattivata|bloccato|bloccata)`,
    ],
    examples: ['550 Casella disattivata'],
  },
  plain(
    'italian-spam',
    'message.spam',
    ['(classificato|rilevato|identificato|considerato) come spam'],
    ['554 Messaggio classificato come spam'],
  ),
  plain(
    'italian-large',
    'message.too-large',
    ['messaggio troppo (grande|grosso)', 'dimensione massima * superata'],
    ['552 Messaggio troppo grande'],
  ),
  {
    name: 'italian-later',
    code: 'server.busy',
    phrases: ['(riprovare|riprova|riprovi) piu tardi'],
    classes: [4],
    examples: ['451 Riprovare più tardi'],
    specificity: specificity.hint,
  },
  {
    name: 'portuguese-unknown',
    code: 'recipient.unknown',
    phrases: [
      `${portugueseMailbox} (e |) (desconhecido|desconhecida|inexistente|nao existe|invalido|invalida|nao encontrado|nao encontrada)`,
    ],
    examples: ['550 Usuário desconhecido', '550 5.1.1 Conta inexistente'],
  },
  {
    name: 'portuguese-full',
    code: 'recipient.mailbox-full',
    phrases: [
      '(caixa postal|caixa de correio|caixa|conta) (do destinatario |esta |)(cheia|lotada)',
      'cota (excedida|ultrapassada)',
      'quota (excedida|ultrapassada)',
    ],
    examples: ['552 Caixa postal cheia'],
  },
  {
    name: 'portuguese-disabled',
    code: 'recipient.disabled',
    phrases: [`${portugueseMailbox} (esta |foi |) (desativada|desativado|bloqueada|bloqueado|suspensa|suspenso|inativa|inativo)`],
    examples: ['550 Conta desativada', '550 A caixa postal foi suspensa'],
  },
  plain(
    'portuguese-spam',
    'message.spam',
    ['(detectada|identificada|classificada|considerada) como spam'],
    ['554 Mensagem classificada como spam'],
  ),
  plain(
    'portuguese-large',
    'message.too-large',
    ['mensagem (muito|demasiado) grande', 'tamanho maximo * excedido'],
    ['552 Mensagem muito grande'],
  ),
  {
    name: 'portuguese-later',
    code: 'server.busy',
    phrases: ['tente (novamente |) mais tarde'],
    classes: [4],
    examples: ['451 Tente novamente mais tarde'],
    specificity: specificity.hint,
  },
];
