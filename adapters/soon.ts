/** A call put off until nothing more has asked for it. */

/** Many changes within a second are one change. */
export function soon(call: () => void): { readonly call: () => void; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    call() {
      clearTimeout(timer);
      timer = setTimeout(call, 1000);
      timer.unref();
    },
    cancel: () => clearTimeout(timer),
  };
}
