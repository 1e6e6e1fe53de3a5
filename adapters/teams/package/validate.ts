/** Microsoft's own schemas, without any network. Loaded when a package is made: they are development dependencies. */
import { createRequire } from 'node:module';

type SchemaName = 'MicrosoftTeams' | 'MicrosoftTeams.Localization';

/** What is wrong, one line each: where, and what. */
export type Validate = (schema: SchemaName, json: unknown) => string[];

export function loadSchemas(): Validate {
  const { Ajv, manifest, localization } = load();
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    // Formats are addresses, whose form is checked where they are given.
    validateFormats: false,
    // One of Microsoft's patterns has a bare bracket.
    unicodeRegExp: false,
  });
  const schemas = {
    MicrosoftTeams: ajv.compile(manifest),
    'MicrosoftTeams.Localization': ajv.compile(localization),
  };
  return (name, json) => {
    const schema = schemas[name];
    if (schema(json)) return [];
    return (schema.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
  };
}

function load() {
  const require = createRequire(import.meta.url);
  try {
    const { default: Ajv } = require('ajv-draft-04') as typeof import('ajv-draft-04');
    return {
      Ajv,
      // Of the version that manifest.ts names.
      manifest: require('@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.schema.json'),
      localization: require('@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json'),
    };
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(
      'The package could not be checked, so it was not made: ajv-draft-04 or @microsoft/app-manifest is not installed. Run "npm install --include=dev" in the folder of Soundings.',
    );
  }
}
