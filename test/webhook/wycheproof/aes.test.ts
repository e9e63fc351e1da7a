import { decryptCbc, decryptGcm } from '../../../webhook/aes';
import { bytes, describeVectors } from './vectors';

interface Vector {
	readonly tcId: number;
	readonly comment: string;
	readonly result: 'valid' | 'invalid';
	readonly key: string;
	readonly iv: string;
	readonly msg: string;
	readonly ct: string;
}

interface GcmVector extends Vector {
	readonly aad: string;
	readonly tag: string;
}

const KEY_BYTES = 32;
/** `GCM_IV_MAX_SIZE` in OpenSSL's `ciphercommon_gcm.h`. */
const MAX_OPENSSL_IV_BYTES = 128;

const openGcm = ({ key, iv, ct, tag }: GcmVector) => decryptGcm(bytes(key), bytes(iv), bytes(ct), bytes(tag));
const openCbc = ({ key, iv, ct }: Vector) => {
	const decrypted = decryptCbc(bytes(key), bytes(iv), bytes(ct));
	return decrypted?.isPadded ? decrypted.plaintext : null;
};

describeVectors<GcmVector>('aes_gcm_test.json', {
	reasonToLeaveOut({ key, aad, iv }) {
		if (bytes(key).length !== KEY_BYTES) return 'with a key of 16 or 24 bytes';
		if (bytes(iv).length > MAX_OPENSSL_IV_BYTES) return 'with an IV that is longer than OpenSSL takes';
		return aad === '' ? null : 'with additional data';
	},
	used: 86,
	leftOut: {
		'with a key of 16 or 24 bytes': 211,
		'with an IV that is longer than OpenSSL takes': 1,
		'with additional data': 18,
	},
	check(vector) {
		expect(openGcm(vector)).toEqual(vector.result === 'valid' ? bytes(vector.msg) : null);
	},
	checkLeftOut(vector) {
		expect(openGcm(vector)).toBeNull();
	},
});

describeVectors<Vector>('aes_cbc_pkcs5_test.json', {
	reasonToLeaveOut: ({ key }) => (bytes(key).length === KEY_BYTES ? null : 'with a key of 16 or 24 bytes'),
	used: 72,
	leftOut: { 'with a key of 16 or 24 bytes': 144 },
	check(vector) {
		expect(openCbc(vector)).toEqual(vector.result === 'valid' ? bytes(vector.msg) : null);
	},
	checkLeftOut(vector) {
		expect(openCbc(vector)).toBeNull();
	},
});
