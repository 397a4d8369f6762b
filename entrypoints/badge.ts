import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBadge } from '../badge/start.ts';

export default defineUnlistedScript({ main: startBadge });
