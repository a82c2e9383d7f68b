/** Where an operation differs from the vendor's descriptor on purpose, and why. `operation field` → reason. */
export const differences: Readonly<Record<string, string>> = {};
