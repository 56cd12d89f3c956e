import { fromField, type Line, paragraphs, say, type TextFacts, type Tone } from './text.ts';

export const theirNameLabel = 'Name of the manager or recruiter';

/** Paragraphs between a greeting and a name. */
export function framed({ theirName, me }: TextFacts, tone: Tone, ...body: Line[][]): Line[] {
  const name = fromField(theirName, theirNameLabel, 'opportunity');
  const greeting = tone === 'warm' ? say`Hi ${name},` : say`Hello ${name},`;
  const close = tone === 'warm' ? say`Warm regards,` : say`Best regards,`;
  return paragraphs([greeting], ...body, [close, say`${fromField(me, 'Your name', 'me')}`]);
}
