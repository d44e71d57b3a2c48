/** The same function, which computes its answer once for each object and keeps it as long as the object is there. */
export function perObject<K extends object, V extends object>(compute: (object: K) => V): (object: K) => V {
  const known = new WeakMap<K, V>();
  return (object) => {
    let answer = known.get(object);
    if (!answer) known.set(object, (answer = compute(object)));
    return answer;
  };
}
