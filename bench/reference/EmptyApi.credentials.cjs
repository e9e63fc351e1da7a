exports.EmptyApi = class {
	name = 'emptyApi';
	displayName = 'Empty API';
	properties = [
		{ displayName: 'Secret', name: 'secret', type: 'string', typeOptions: { password: true }, default: '' },
	];
};
