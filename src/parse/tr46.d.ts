/** What `idna.ts` uses of tr46, which comes without types. */
declare module 'tr46' {
  interface Tr46Options {
    checkHyphens?: boolean;
    checkBidi?: boolean;
    checkJoiners?: boolean;
    useSTD3ASCIIRules?: boolean;
    verifyDNSLength?: boolean;
    transitionalProcessing?: boolean;
  }
  const tr46: {
    toASCII(domain: string, options: Tr46Options): string | null;
    toUnicode(domain: string, options: Tr46Options): { readonly domain: string; readonly error: boolean };
  };
  export default tr46;
}
