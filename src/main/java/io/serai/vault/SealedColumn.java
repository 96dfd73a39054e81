package io.serai.vault;

import java.util.List;

/**
 * Where something lies that the master key sealed itself.
 *
 * @param table a table with a column {@code id}; partitions of it are looked through too
 * @param column of bytes
 * @param purpose for which it was sealed
 */
record SealedColumn(String table, String column, String purpose) {

    /**
     * All there are beside the vault's own keys, which are sealed anew at each start; what a
     * reservation's own key seals hangs on that key alone.
     */
    static final List<SealedColumn> ALL =
            List.of(
                    new SealedColumn("cards", "sealed", CardVault.CARD),
                    new SealedColumn("cards", "code_sealed", CardVault.CODE),
                    new SealedColumn("reservations", "person_key", "personal-key"),
                    new SealedColumn("channel_accounts", "login_sealed", "login"),
                    new SealedColumn("channel_accounts", "token_sealed", "token"),
                    new SealedColumn("hook_subscriptions", "secret_sealed", "hook-secret"),
                    new SealedColumn("hook_subscriptions", "previous_sealed", "hook-secret"),
                    new SealedColumn("alert_receivers", "secret_sealed", "hook-secret"),
                    new SealedColumn("parked_messages", "body_sealed", "parked-message"),
                    new SealedColumn("ota_webhooks", "body_sealed", "webhook"),
                    new SealedColumn("content_parts", "sealed", "contacts"),
                    new SealedColumn("ota_content_sync", "ours_sealed", "contacts"),
                    new SealedColumn("ota_content_sync", "theirs_sealed", "contacts"),
                    new SealedColumn("content_syncs", "request_sealed", "contacts"),
                    new SealedColumn("mapped_messages", "sealed", "mapped-message"),
                    new SealedColumn("sealed_originals", "sealed", "original"));

    /** {@code cards.sealed}. */
    String name() {
        return table + "." + column;
    }
}
