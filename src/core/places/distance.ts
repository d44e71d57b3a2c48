/** Degrees. */
interface Point {
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

/** Kilometres that count as close: a hundred miles. */
const NEAR = 161;
const KM_PER_DEGREE = 111;

/** True where both have a point and these are close to each other: within `reach` kilometres. */
export function isNear(a: Point, b: Point, reach = NEAR): boolean {
  if (a.latitude === undefined || a.longitude === undefined || b.latitude === undefined || b.longitude === undefined) return false;
  const north = (a.latitude - b.latitude) * KM_PER_DEGREE;
  if (Math.abs(north) > reach) return false;
  const turn = Math.abs(a.longitude - b.longitude);
  const east = Math.min(turn, 360 - turn) * KM_PER_DEGREE * Math.cos((a.latitude * Math.PI) / 180);
  return north * north + east * east <= reach * reach;
}
