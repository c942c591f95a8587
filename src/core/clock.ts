/** Time, as this gateway tells it. Passed in, so that a test may live through hours in a moment. In milliseconds. */
export interface Clock {
  /** Since 1970. It may jump: for what people read, and for what outlives the process. */
  now(): number;
  /** Only ever goes on: for deadlines and leases. */
  monotonic(): number;
  /** Calls back once, in a later turn; the function it gives calls that off. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: Date.now,
  monotonic: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** The value, or what `otherwise` gives, or throws, where it is not there in time. */
export function within<Value, Other>(
  clock: Clock,
  milliseconds: number,
  value: Promise<Value>,
  otherwise: () => Other,
): Promise<Value | Other> {
  return new Promise((resolve, reject) => {
    const callOff = clock.after(milliseconds, () => {
      try {
        resolve(otherwise());
      } catch (error) {
        reject(error);
      }
    });
    value.then(
      given => {
        callOff();
        return resolve(given);
      },
      (error: unknown) => {
        callOff();
        reject(error);
      },
    );
  });
}
