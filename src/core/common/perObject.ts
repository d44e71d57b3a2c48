/** The same function, which computes its answer once for each object and keeps it as long as the object is there. */
export function perObject<K extends object, V extends object>(compute: (object: K) => V): (object: K) => V {
  const known = new WeakMap<K, V>();
  return (object) => {
    let answer = known.get(object);
    if (!answer) known.set(object, (answer = compute(object)));
    return answer;
  };
}

/** As `perObject` for a few short texts, such as the names of languages: what was computed for one is kept for good. */
export function perText<V extends object>(compute: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    let answer = known.get(text);
    if (!answer) known.set(text, (answer = compute(text)));
    return answer;
  };
}
