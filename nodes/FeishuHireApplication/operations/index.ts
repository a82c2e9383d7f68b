export { terminateApplication } from './terminateApplication';
export { transferStage } from './transferStage';
