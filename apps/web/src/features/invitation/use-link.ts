/** The whole address of a link that the server answered as a path. */
export function wholeLink(path: string): string {
  return new URL(path, window.location.origin).href;
}
