import { store } from './core/store.js';
import './phone/customer-phone.js';
import './shell/emulator-app.js';

store.connect();
