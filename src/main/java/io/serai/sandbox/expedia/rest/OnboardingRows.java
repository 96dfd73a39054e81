package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.expedia.property.Account;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of properties on their way to become hotels. */
final class OnboardingRows {

    private final JdbcClient jdbc;

    OnboardingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A property that a partner told of.
     *
     * @param property as it was told, as JSON
     * @param hotel the number of the hotel it became; null while it is none
     */
    record Onboarding(
            String provider, String id, String property, Instant toldAt, @Nullable Long hotel) {}

    /** Keeps a property, or one that is there as it is told now. */
    void put(String provider, Account account, JsonNode property, Instant now) {
        jdbc.sql(
                        """
                        insert into expedia_onboarding (provider, property_id, account, property, told_at) values (?, ?, ?, ?::jsonb, ?)
                        on conflict (provider, property_id) do update set property = excluded.property, told_at = excluded.told_at""")
                .params(
                        provider,
                        property.path("providerPropertyId").asText(),
                        account.name(),
                        property.toString(),
                        Timestamp.from(now))
                .update();
    }

    Optional<Onboarding> find(String provider, String id) {
        return jdbc.sql(
                        "select property, told_at, hotel_id from expedia_onboarding where provider = ? and property_id = ?")
                .params(provider, id)
                .query(
                        (row, number) ->
                                new Onboarding(
                                        provider,
                                        id,
                                        row.getString("property"),
                                        row.getTimestamp("told_at").toInstant(),
                                        row.getObject("hotel_id", Long.class)))
                .optional();
    }

    Onboarding becomes(Onboarding onboarding, long hotel) {
        jdbc.sql(
                        "update expedia_onboarding set hotel_id = ? where provider = ? and property_id = ?")
                .params(hotel, onboarding.provider(), onboarding.id())
                .update();
        return new Onboarding(
                onboarding.provider(),
                onboarding.id(),
                onboarding.property(),
                onboarding.toldAt(),
                hotel);
    }

    void remove(Onboarding onboarding) {
        jdbc.sql("delete from expedia_onboarding where provider = ? and property_id = ?")
                .params(onboarding.provider(), onboarding.id())
                .update();
    }
}
