/** The WebAssembly of the code reader; astro.config.mjs says which file it is. */
declare module 'zxing-reader.wasm?url' {
  const address: string;
  export default address;
}
