/** What can be shared, and so be spoken of by a notice or a list: it names the room in which it stands. */
type Kind = 'opportunity' | 'mission' | 'debrief' | 'offer' | 'negotiation' | 'round' | 'backchannel';

/** The address of the room in which a kind of item stands: `<Link to={roomOf.offer} params={{ opportunityId }}>`. */
export const roomOf = {
  opportunity: '/opportunities/$opportunityId',
  mission: '/opportunities/$opportunityId/mission',
  debrief: '/opportunities/$opportunityId/debriefs',
  offer: '/opportunities/$opportunityId/offer',
  negotiation: '/opportunities/$opportunityId/negotiation',
  round: '/opportunities/$opportunityId/rounds',
  backchannel: '/opportunities/$opportunityId/backchannel',
} as const satisfies Record<Kind, string>;

/** The parts of the negotiation's room, each at an address of its own. */
export const negotiationParts = ['plan', 'ledger', 'terms', 'outcome'] as const;
export type NegotiationPart = (typeof negotiationParts)[number];

export const partOfNegotiation = '/opportunities/$opportunityId/negotiation/$part';
