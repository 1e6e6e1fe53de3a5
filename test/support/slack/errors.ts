/** Which errors each method documents (reference/slack.md 3, slack-ruby/slack-api-ref); the fake answers no others. */
const COMMON = `ratelimited not_authed invalid_auth token_expired token_revoked account_inactive missing_scope
  not_allowed_token_type org_login_required ekm_access_denied access_denied team_added_to_org request_timeout
  service_unavailable fatal_error internal_error invalid_arguments`;

const MESSAGE = `channel_not_found not_in_channel is_archived messages_tab_disabled msg_blocks_too_long
  invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema metadata_too_large no_text
  rate_limited restricted_action team_not_found markdown_text_conflict too_many_attachments`;

const VIEW = 'duplicate_external_id view_too_large';
const TRIGGER = `${VIEW} expired_trigger_id exchanged_trigger_id invalid_trigger_id`;

const OWN: Readonly<Record<string, string>> = {
  'api.test': '',
  'auth.test': '',
  'auth.revoke': '',
  'apps.connections.open': 'forbidden_team missing_args',
  'chat.postMessage': `${MESSAGE} app_access_restricted message_limit_exceeded metadata_must_be_sent_from_app
    restricted_action_non_threadable_channel restricted_action_read_only_channel restricted_action_thread_locked
    restricted_action_thread_only_channel duplicate_channel_not_found duplicate_message_not_found
    cannot_reply_to_message attachment_payload_limit_exceeded as_user_not_supported`,
  'chat.update': `${MESSAGE} message_not_found cant_update_message edit_window_closed block_mismatch msg_too_long
    is_inactive`,
  'chat.delete': 'channel_not_found message_not_found cant_delete_message rate_limited',
  'chat.postEphemeral': `${MESSAGE} user_not_in_channel`,
  'conversations.open': `channel_not_found user_disabled user_not_found user_not_visible users_list_not_supplied
    too_many_users not_enough_users invalid_user_combination method_not_supported_for_channel_type
    restricted_action app_cannot_join_channel`,
  'conversations.history': `channel_not_found not_in_channel invalid_cursor invalid_ts_oldest invalid_ts_latest
    invalid_limit`,
  'views.open': TRIGGER,
  'views.push': `${TRIGGER} push_limit_reached`,
  'views.update': `${VIEW} not_found hash_conflict`,
  'views.publish': `${VIEW} not_enabled hash_conflict missing_profile_id not_implemented`,
  'users.list': 'invalid_cursor limit_required invalid_limit',
  'users.info': 'user_not_found user_not_visible',
  'users.lookupByEmail': 'users_not_found enterprise_is_restricted',
  'usergroups.list': 'plan_upgrade_required',
  'usergroups.users.list': 'plan_upgrade_required no_such_subteam',
  'team.info': 'team_not_found',
  'oauth.v2.access': `bad_client_secret bad_redirect_uri invalid_client_id invalid_code invalid_grant_type
    invalid_refresh_token no_scopes oauth_authorization_url_mismatch user_email_unverified
    cannot_install_an_org_installed_app preview_feature_not_available`,
};

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const common = new Set(words(COMMON));
const own = new Map(Object.entries(OWN).map(([method, text]) => [method, new Set(words(text))]));

/** Whether Slack documents that this method may answer so. */
export function isDocumented(method: string, error: string): boolean {
  return common.has(error) || own.get(method)?.has(error) === true;
}
