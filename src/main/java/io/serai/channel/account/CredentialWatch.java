package io.serai.channel.account;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets credentials that were kept for an overlap that is over, and trials. */
public final class CredentialWatch {

    private final JdbcClient database;
    private final CredentialBook book;

    CredentialWatch(JdbcClient database, CredentialBook book) {
        this.database = database;
        this.book = book;
    }

    /** Looks once. */
    public void look() {
        book.forgetBefore();
        database.sql(
                        "delete from channel_accounts where state = 'trial' and created_at < now() - interval '1 hour'")
                .update();
    }
}
