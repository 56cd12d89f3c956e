/** What a browser might answer for a passkey that nobody has: well formed, and signed by nobody. */
const outside = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} } as const;

export const shownPasskey = {
  ...outside,
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
};

export const madePasskey = { ...outside, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } };
