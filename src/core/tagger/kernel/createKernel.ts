import type { Kernel } from "./kernel.js";
import { kernelBytes } from "./kernel.generated.js";
import { plainKernel } from "./plainKernel.js";

const PAGE = 65_536;

/** A kernel with at least `bytes` of memory: in WebAssembly where the host has its SIMD instructions, else in TypeScript with the same results. */
export async function createKernel(bytes: number): Promise<Kernel> {
  const code = Uint8Array.from(atob(kernelBytes), (character) => character.charCodeAt(0));
  if (typeof WebAssembly === "undefined" || !WebAssembly.validate(code)) return plainKernel(bytes);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { instance } = await WebAssembly.instantiate(code, { env: { memory } });
  return { ...(instance.exports as Omit<Kernel, "memory">), memory: memory.buffer };
}
