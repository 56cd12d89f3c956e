import { useEffect, useState } from 'react';

/** Follows a value once it has stood still for so many milliseconds: what costs more than a key may waits for the pause. */
export function usePaused<Value extends string>(value: Value, pause: number): Value {
  const [held, hold] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => hold(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return held;
}
