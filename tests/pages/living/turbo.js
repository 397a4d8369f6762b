import * as turbo from '@hotwired/turbo';

window.turbo = turbo;
