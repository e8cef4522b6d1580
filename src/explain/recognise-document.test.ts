/** What a document is, by how it begins. */
import { expect, it } from 'vitest';
import { recogniseDocument } from './recognise-document.js';

it.each([
  ['reply', '550 5.1.1 User unknown'],
  ['reply', 'host mx.example.com[192.0.2.1] said: 550 no'],
  ['reply', 'Diagnostic-Code: smtp; 550 no'],
  ['bounce', 'Return-Path: <>\nFrom: MAILER-DAEMON\nSubject: failure\n\nno'],
  ['bounce', '{"notificationType":"Bounce"}'],
  ['mbox', 'From MAILER-DAEMON Mon Nov 23 10:00:00 2026\nFrom: x'],
  ['report', '{ "schema": "mailwhy/1" }'],
] as const)('%s: %j', (kind, text) => {
  expect(recogniseDocument(text)).toBe(kind);
});
