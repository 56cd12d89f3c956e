const fields = 'input:not([type=hidden]), select, textarea';

/**
 * Who works with the keyboard keeps their place when what they pressed is gone: in the first field of the form that
 * came instead, else on the nearest part of the page that is still there. Answers how to stop.
 */
export function keepFocus(): () => void {
  let chain: Element[] = [];
  let keyed = false;
  const remember = ({ target }: FocusEvent) => {
    chain = [];
    for (let at = target instanceof Element ? target : null; at; at = at.parentElement) chain.push(at);
  };
  const key = () => {
    keyed = true;
  };
  const point = () => {
    keyed = false;
  };
  const look = (changes: MutationRecord[]) => {
    if (!keyed || document.activeElement !== document.body || !chain[0] || chain[0].isConnected) return;
    const home = chain.find((one) => one.isConnected);
    if (!home || home.matches('body, main, :has(main)') || !home.closest('main')) return;
    const came = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element);
    const field = came
      .filter((one) => home.contains(one))
      .map((one) => one.querySelector(fields))
      .find((one) => one !== null);
    const next = field ?? home;
    if (!(next instanceof HTMLElement)) return;
    if (!field) next.tabIndex = -1;
    next.focus({ preventScroll: field == null });
  };
  const watch = new MutationObserver(look);
  document.addEventListener('focusin', remember);
  document.addEventListener('keydown', key, true);
  document.addEventListener('pointerdown', point, true);
  watch.observe(document.body, { childList: true, subtree: true });
  return () => {
    watch.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('keydown', key, true);
    document.removeEventListener('pointerdown', point, true);
  };
}
