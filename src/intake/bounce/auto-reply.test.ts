/** Automatic answers by what mail programs put before the subject. */
import { expect, it } from 'vitest';
import { isAutoReply } from './auto-reply.js';

function answer(subject: string): boolean {
  return isAutoReply({ headers: new Map([['subject', [subject]]]), text: '', parts: [] });
}

it.each([
  'Automatische Antwort: Protokoll',
  'Automatic reply: Minutes',
  'Out of Office: Minutes',
  'Abwesenheitsnotiz',
  'Réponse automatique : Compte rendu',
  'Absence du bureau : Compte rendu',
  'Respuesta automática: Acta',
  'Risposta automatica: Verbale',
  'Resposta automática: Ata',
  'Automatisch antwoord: Notulen',
  'Autosvar: Protokoll',
  'Automatisk svar: Referat',
  'Automatiskt svar: Protokoll',
  'Automaattinen vastaus: Pöytäkirja',
  'Odpowiedź automatyczna: Protokół',
  'Automatická odpověď: Zápis',
  'Automatická odpoveď: Zápis',
  'Automatikus válasz: Jegyzőkönyv',
  'Răspuns automat: Proces-verbal',
  'Otomatik yanıt: Tutanak',
  'Автоматический ответ: Протокол',
  'Автоматична відповідь: Протокол',
  'Αυτόματη απάντηση: Πρακτικά',
  'Automatski odgovor: Zapisnik',
  '自動応答: 議事録',
  '自动答复: 会议记录',
  '자동 회신: 회의록',
  'رد تلقائي: محضر',
  'תשובה אוטומטית: פרוטוקול',
  'Trả lời tự động: Biên bản',
])('%s', (subject) => {
  expect(answer(subject)).toBe(true);
});

it.each([
  'Automatic doors, reply wanted',
  'Minutes of Monday',
  'Absence of minutes',
  'Автомат: цена',
  'Re: Automatische Antwort: Protokoll',
])('not: %s', (subject) => {
  expect(answer(subject)).toBe(false);
});
