import { markup, type Markup } from './markup';

/** How a word of a step, a vote or a verdict is shown: a sign and a word, so that no meaning hangs on a colour. */
interface Look {
  readonly tone: 'good' | 'bad' | 'open' | 'plain';
  readonly sign: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  done: { tone: 'good', sign: '✓' },
  healthy: { tone: 'good', sign: '✓' },
  ready: { tone: 'good', sign: '✓' },
  proceed: { tone: 'good', sign: '✓' },
  told: { tone: 'good', sign: '✓' },
  within: { tone: 'good', sign: '✓' },
  pending: { tone: 'open', sign: '…' },
  wait: { tone: 'open', sign: '…' },
  ask: { tone: 'open', sign: '?' },
  unknown: { tone: 'open', sign: '?' },
  intent: { tone: 'open', sign: '!' },
  refused: { tone: 'bad', sign: '✗' },
  down: { tone: 'bad', sign: '✗' },
  'not-ready': { tone: 'bad', sign: '✗' },
  'not told': { tone: 'bad', sign: '✗' },
  behind: { tone: 'bad', sign: '✗' },
  hold: { tone: 'plain', sign: '■' },
};

/** A word that this page does not know is shown as it is. */
export const lookOf = (says: string): Look => LOOKS[says] ?? { tone: 'plain', sign: '·' };

/** `✓ done` */
export const said = (says: string): Markup => {
  const { tone, sign } = lookOf(says);
  return markup`<span class="said ${tone}"><span aria-hidden="true">${sign}</span> ${says}</span>`;
};
