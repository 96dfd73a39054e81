package io.serai.channel.account;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets credentials that were kept for an overlap that is over, and trials. */
public final class CredentialWatch {

    private final JdbcClient database;
    private final CredentialOverlap overlap;

    CredentialWatch(JdbcClient database, CredentialOverlap overlap) {
        this.database = database;
        this.overlap = overlap;
    }

    /** Looks once. */
    public void look() {
        overlap.end();
        database.sql(
                        "delete from channel_accounts where state = 'trial' and created_at < now() - interval '1 hour'")
                .update();
    }
}
