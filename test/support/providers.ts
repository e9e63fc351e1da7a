export { allSamples } from '../../nodes/KycSimulator/allSamples';
