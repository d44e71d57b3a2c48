import type { Feature } from "./feature.js";
import { registerHighlights } from "./highlights/highlights.js";

/** All features, in the order in which they start. None knows another. */
export const features: readonly Feature[] = [registerHighlights];
