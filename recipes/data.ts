import aiprise from './aiprise.json';
import alloy from './alloy.json';
import authologic from './authologic.json';
import ballerine from './ballerine.json';
import blockpass from './blockpass.json';
import checkoutIdentity from './checkout-identity.json';
import checkr from './checkr.json';
import complyadvantage from './complyadvantage.json';
import dojah from './dojah.json';
import flagright from './flagright.json';
import fractalId from './fractal-id.json';
import idwise from './idwise.json';
import incode from './incode.json';
import kycaid from './kycaid.json';
import metamap from './metamap.json';
import middesk from './middesk.json';
import ondato from './ondato.json';
import pawapass from './pawapass.json';
import proofage from './proofage.json';
import qoreid from './qoreid.json';
import socure from './socure.json';
import trulioo from './trulioo.json';
import unit21 from './unit21.json';
import verifime from './verifime.json';
import verifyyou from './verifyyou.json';
import vouched from './vouched.json';

/** The data of every recipe. Written by `npm run build`, after the files beside it: do not edit. */
export const data: readonly unknown[] = [
	aiprise,
	alloy,
	authologic,
	ballerine,
	blockpass,
	checkoutIdentity,
	checkr,
	complyadvantage,
	dojah,
	flagright,
	fractalId,
	idwise,
	incode,
	kycaid,
	metamap,
	middesk,
	ondato,
	pawapass,
	proofage,
	qoreid,
	socure,
	trulioo,
	unit21,
	verifime,
	verifyyou,
	vouched,
];
