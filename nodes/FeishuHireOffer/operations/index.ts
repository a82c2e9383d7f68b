export { updateOfferStatus } from './updateOfferStatus';
