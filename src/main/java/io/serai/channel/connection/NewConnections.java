package io.serai.channel.connection;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.account.ChannelAccounts;
import io.serai.channel.account.CredentialSources;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds connections step by step: one sends nothing and maps nothing by itself until a person opens
 * it. Its credentials are sealed before it is written, and shown to nobody.
 */
@Component
public class NewConnections {

    private final Channels channels;
    private final ChannelAccounts accounts;
    private final JdbcClient engine;

    NewConnections(Channels channels, ChannelAccounts accounts, JdbcClient engine) {
        this.channels = channels;
        this.accounts = accounts;
        this.engine = engine;
    }

    /**
     * Adds one to a hotel of the session; the next step is to test it.
     *
     * @return its key
     * @throws ConnectionRefused saying what cannot be meant, without any credential
     */
    public int add(JdbcClient session, int hotel, ConnectionWish wish) {
        Channel channel = channel(wish);
        demand("name", wish.name(), 100);
        demandNumber(wish.remoteHotel());
        demandThatItIsNew(channel, wish);
        long account = take(channel, wish.name(), wish.credentials());
        try {
            return session.sql(
                            """
                            insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, is_enabled,
                                                                  hotel_id, account_id, state, step, maps_itself)
                            values (:name, 'ota', :provider, jsonb_build_object('account', :account::bigint),
                                    jsonb_build_object('hotel_id', :remote::text, 'test_mode', :test::boolean), false, :hotel, :account, 'reading', 'test', false)
                            returning id
                            """)
                    .param("name", wish.name().strip())
                    .param("provider", channel.code())
                    .param("account", account)
                    .param("remote", wish.remoteHotel().strip())
                    .param("test", wish.test())
                    .param("hotel", hotel)
                    .query(Integer.class)
                    .single();
        } catch (DuplicateKeyException there) {
            throw taken(wish.remoteHotel());
        }
    }

    /**
     * Gives one that is being added other credentials, as where the first were mistyped.
     *
     * @throws ConnectionRefused saying what cannot be meant, without any credential
     */
    public void enterAgain(
            JdbcClient session, StoredConnection connection, Map<String, String> credentials) {
        if (connection.step() == null) {
            throw new ConnectionRefused(
                    "credentials: of a connection that is added (expected: that they are"
                            + " exchanged there, where they are tried first)");
        }
        long account = take(channels.byCode(connection.provider()), connection.name(), credentials);
        session.sql(
                        "update third_party_integrations set account_id = ?, step = 'test' where id = ?")
                .params(account, connection.id())
                .update();
    }

    private Channel channel(ConnectionWish wish) {
        return channels.find(wish.folder())
                .orElseThrow(
                        () ->
                                new ConnectionRefused(
                                        "channel: '"
                                                + wish.folder()
                                                + "' (expected: one of "
                                                + channels.all().stream()
                                                        .map(Channel::folder)
                                                        .toList()
                                                + ")"));
    }

    static void demandNumber(String number) {
        demand("hotel's number at the channel", number, 60);
    }

    private static void demand(String what, String value, int most) {
        if (value.isBlank() || value.length() > most) {
            throw new ConnectionRefused(
                    what
                            + ": "
                            + (value.isBlank() ? "empty" : value.length() + " letters")
                            + " (expected: 1 to "
                            + most
                            + " letters)");
        }
    }

    /** Numbers at channels are known over all hotels; that is more than the session sees. */
    private void demandThatItIsNew(Channel channel, ConnectionWish wish) {
        boolean there =
                engine.sql(
                                """
                                select exists (select from third_party_integrations
                                                where provider = ? and remote_hotel = ? and test_mode = ? and state <> 'disconnected')
                                """)
                        .params(channel.code(), wish.remoteHotel().strip(), wish.test())
                        .query(Boolean.class)
                        .single();
        if (there) {
            throw taken(wish.remoteHotel());
        }
    }

    static ConnectionRefused taken(String number) {
        return new ConnectionRefused(
                "hotel's number at the channel: '"
                        + number.strip()
                        + "' has a connection already (expected: a number without one; disconnect"
                        + " the other first)",
                number.strip()
                        + " is connected already. Disconnect that connection first, or check the"
                        + " number.");
    }

    private long take(Channel channel, String name, Map<String, String> credentials) {
        List<String> needed = channel.definition().credentials();
        for (String each : needed) {
            if (credentials.getOrDefault(each, "").isBlank()) {
                throw new ConnectionRefused(
                        "credentials: no "
                                + each
                                + " (expected: "
                                + String.join(" and ", needed)
                                + ")");
            }
        }
        if (!needed.containsAll(credentials.keySet())
                || credentials.values().stream().anyMatch(CredentialSources::isElsewhere)) {
            throw new ConnectionRefused(
                    "credentials: "
                            + credentials.keySet()
                            + " (expected: the values of "
                            + needed
                            + "; where others are kept, an admin says by the API)");
        }
        long account = accounts.take(channel.code(), name.strip(), credentials);
        if (accounts.get(account).broken()) {
            accounts.tryAgain(account);
        }
        return account;
    }
}
