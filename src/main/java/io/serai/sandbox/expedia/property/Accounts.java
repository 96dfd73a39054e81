package io.serai.sandbox.expedia.property;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The partners' accounts, remembered in memory; only this program opens them. */
public final class Accounts {

    private record Known(Account account, byte[] password, byte[] clientSecret) {}

    private final JdbcClient jdbc;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        read();
    }

    /** Opens an account, or makes one that is there equal to the form. */
    synchronized void put(String name, AccountForm form) {
        var user = form.userOr(name);
        var secret = String.valueOf(form.secret());
        jdbc.sql(
                        """
                        insert into expedia_account (account, eqc_user, eqc_password_sha256, client_id,
                               client_secret_sha256, delivery, hotel_required, read_back,
                               property_provider, notification_url, notification_user,
                               notification_password, image_hosts, product_management, partner)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?)
                        on conflict (account) do update
                           set eqc_user              = excluded.eqc_user,
                               eqc_password_sha256   = excluded.eqc_password_sha256,
                               client_id             = excluded.client_id,
                               client_secret_sha256  = excluded.client_secret_sha256,
                               delivery              = excluded.delivery,
                               hotel_required        = excluded.hotel_required,
                               read_back             = excluded.read_back,
                               property_provider     = excluded.property_provider,
                               notification_url      = excluded.notification_url,
                               notification_user     = excluded.notification_user,
                               notification_password = excluded.notification_password,
                               image_hosts           = excluded.image_hosts,
                               product_management    = excluded.product_management,
                               partner               = excluded.partner""")
                .params(
                        Arrays.asList(
                                name,
                                user,
                                hash(secret),
                                form.clientId() == null ? user : form.clientId(),
                                hash(form.clientSecret() == null ? secret : form.clientSecret()),
                                (form.delivery() == null ? Delivery.RETRIEVAL : form.delivery())
                                        .word(),
                                form.hotelRequired(),
                                form.readBack(),
                                form.provider(),
                                form.notificationUrl(),
                                form.notificationUser(),
                                form.notificationPassword(),
                                "{" + String.join(",", form.hosts()) + "}",
                                form.productManagement(),
                                form.partner() == null ? "PARTNER" : form.partner()))
                .update();
        read();
    }

    public Optional<Account> find(String name) {
        return Optional.ofNullable(known.get(name)).map(Known::account);
    }

    /** The account with this sign-in of XML and REST; nothing when user or password is wrong. */
    public Optional<Account> signedIn(String user, String password) {
        return first(
                k ->
                        k.account().user().equals(user)
                                && MessageDigest.isEqual(k.password(), hash(password)));
    }

    /** The account with this sign-in of OAuth; nothing when id or secret is wrong. */
    public Optional<Account> ofClient(String clientId, String secret) {
        return first(
                k ->
                        k.account().clientId().equals(clientId)
                                && MessageDigest.isEqual(k.clientSecret(), hash(secret)));
    }

    private Optional<Account> first(Predicate<Known> which) {
        return known.values().stream().filter(which).map(Known::account).findFirst();
    }

    private void read() {
        jdbc.sql("select * from expedia_account")
                .query((row, n) -> known(row))
                .list()
                .forEach(k -> known.put(k.account().name(), k));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new Account(
                        row.getString("account"),
                        row.getString("eqc_user"),
                        row.getString("client_id"),
                        Delivery.valueOf(
                                row.getString("delivery").toUpperCase(java.util.Locale.ROOT)),
                        row.getBoolean("hotel_required"),
                        row.getBoolean("read_back"),
                        row.getString("property_provider"),
                        notification(row),
                        Set.copyOf(
                                Arrays.asList((String[]) row.getArray("image_hosts").getArray())),
                        row.getBoolean("product_management"),
                        row.getString("partner")),
                row.getBytes("eqc_password_sha256"),
                row.getBytes("client_secret_sha256"));
    }

    private static Account.@Nullable Notification notification(ResultSet row) throws SQLException {
        var url = row.getString("notification_url");
        return url == null
                ? null
                : new Account.Notification(
                        url,
                        String.valueOf(row.getString("notification_user")),
                        String.valueOf(row.getString("notification_password")));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
