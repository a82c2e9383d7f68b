export { createExternalOffer } from './createExternalOffer';
export { updateExternalOffer } from './updateExternalOffer';
