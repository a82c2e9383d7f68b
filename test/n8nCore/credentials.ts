/** A stored credential that behaves as n8n's own do. */
import { Credentials } from 'n8n-core';
import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
} from 'n8n-workflow';

/** Read and decrypted at every `getDecrypted`; the token is fetched when it is empty, and then stored. */
export class StoredCredential extends ICredentialsHelper {
	/** How often the node had n8n read and decrypt it. */
	reads = 0;
	/** How often a token was stored with it. */
	writes = 0;
	/** How many more times storing fails, as when the database is out of reach. */
	failures = 0;
	/** Stores all that it was given with the token, as n8n 1.123.5 and 2.0.3 do, and not the token alone. */
	storesAll = false;

	constructor(
		private readonly type: ICredentialType,
		public stored: ICredentialDataDecryptedObject,
	) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		if (typeof this.type.authenticate !== 'function') throw new Error('Only a function is run here');
		return await this.type.authenticate(credentials, options);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const expirable = this.type.properties.find(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
		)?.name;
		if (expirable === undefined || !this.type.preAuthentication) return undefined;
		const testing = node.parameters.temp === '' && node.type === 'n8n-nodes-base.noOp';
		if (credentials[expirable] !== '' && !expired && !testing) return undefined;
		const output = (await this.type.preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		if (output[expirable] === undefined || !node.credentials) return undefined;
		await this.store(this.storesAll ? { ...credentials, ...output } : output);
		return Object.assign(credentials, output);
	}

	private async store(output: ICredentialDataDecryptedObject): Promise<void> {
		if (this.failures-- > 0) throw new Error('SQLITE_FULL: database or disk is full');
		this.writes++;
		this.stored = { ...this.stored, ...output };
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<Credentials> {
		return new Credentials({ id: details.id, name: details.name }, type);
	}

	async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
		this.reads++;
		const presets = Object.fromEntries(
			this.type.properties.map((property) => [property.name, property.default]),
		);
		return { ...(presets as ICredentialDataDecryptedObject), ...this.stored };
	}

	async updateCredentials(
		_details: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.writes++;
		this.stored = data;
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('This credential has no OAuth token');
	}

	getCredentialsProperties(): INodeProperties[] {
		return this.type.properties;
	}
}
