/** The Slack app's manifest: what it asks for, and its form for HTTP. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { manifest } from '../../src/manifest.ts';

interface Manifest {
  readonly display_information: Record<'name' | 'description' | 'long_description', string>;
  readonly features: { readonly slash_commands: { command: string; url?: string }[] };
  readonly oauth_config: {
    readonly redirect_urls?: string[];
    readonly scopes: { bot: string[]; bot_optional: string[] };
  };
  readonly settings: {
    readonly socket_mode_enabled: boolean;
    readonly event_subscriptions: { request_url?: string };
    readonly interactivity: { request_url?: string };
  };
}

const written: Manifest = parse(readFileSync('manifest.yml', 'utf8'));

describe('manifest.yml', () => {
  test('asks for the scopes of the reference and for nothing else', () => {
    const { bot, bot_optional } = written.oauth_config.scopes;
    expect(bot).toEqual(['chat:write', 'commands', 'users:read', 'im:write', 'im:history']);
    expect(bot_optional).toEqual(['users:read.email', 'usergroups:read']);
  });

  test('keeps the lengths that Slack allows', () => {
    const { name, description, long_description } = written.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long_description.length).toBeGreaterThanOrEqual(175);
    const [command] = written.features.slash_commands;
    expect(command?.command).toBe('/soundings');
  });

  test('is socket mode: no address stands in it', () => {
    expect(written.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(written)).not.toContain('request_url');
  });
});

describe('soundings manifest', () => {
  test('without an address prints the file as it is', () => {
    expect(manifest()).toBe(readFileSync('manifest.yml', 'utf8'));
  });

  test('with an address every request goes there, and nothing else changes', () => {
    const http: Manifest = parse(manifest('https://soundings.example.com/deep'));
    const events = 'https://soundings.example.com/deep/slack/events';
    expect(http.settings.socket_mode_enabled).toBe(false);
    expect(http.settings.event_subscriptions.request_url).toBe(events);
    expect(http.settings.interactivity.request_url).toBe(events);
    expect(http.features.slash_commands[0]?.url).toBe(events);
    expect(http.oauth_config.redirect_urls).toEqual([
      'https://soundings.example.com/deep/slack/oauth_redirect',
    ]);
    expect(http.oauth_config.scopes).toEqual(written.oauth_config.scopes);
    expect(http.display_information).toEqual(written.display_information);
  });

  test.each([
    'http://soundings.example.com',
    'soundings.example.com',
    'https://a.example/',
    'https://',
  ])('%s is no address', (url) => {
    expect(() => manifest(url)).toThrow(/^--http ".*" must be an https address/);
  });
});
