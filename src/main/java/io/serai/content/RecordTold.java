package io.serai.content;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.ContentKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What becomes at each of a hotel's channels of what the hotel's own record says of its rate plans
 * and room types; in the caller's transaction.
 */
@Component
public class RecordTold {

    /** Floor and ceiling: no content, but what rules leave of prices. */
    private static final String LIMITS = "limits";

    private final Channels channels;
    private final ContentOffers offers;

    RecordTold(Channels channels, ContentOffers offers) {
        this.channels = channels;
        this.offers = offers;
    }

    /** What is told of the record. */
    public enum Way {
        /** With the hotel's content, after each change. */
        TOLD,
        /** With the hotel's content, when it is made there and never after. */
        WHEN_MADE,
        /** Not by itself: the prices that it makes are, as soon as they differ. */
        IN_PRICES,
        /** Not: people write it at the channel. */
        WRITTEN_THERE,
        /** Not: the channel has no call for it. */
        NOT
    }

    /**
     * What a channel is told of one field.
     *
     * @param where people write it there; empty where that is not known
     */
    public record Told(Way way, String where) {}

    /**
     * A channel, and what it is told.
     *
     * @param name how the hotel calls the connection
     * @param fields by the field's name in the hotel's content
     */
    public record At(int connection, String name, Map<String, Told> fields) {}

    private record Connected(int id, String name, String provider, long account) {}

    /** Of rate plans: code, name, pricing, mealPlan, cancellation, parent, limits. */
    public List<At> plans(JdbcClient session, int hotel) {
        return at(
                session,
                hotel,
                PartId.RATE_PLAN,
                "plan.",
                List.of("name", "mealPlan", "cancellation", "pricing", "code", "parent", LIMITS));
    }

    /** Of room types: code, name, rooms, maxGuests. */
    public List<At> roomTypes(JdbcClient session, int hotel) {
        return at(session, hotel, PartId.ROOM, "", List.of("name", "maxGuests", "rooms", "code"));
    }

    private List<At> at(
            JdbcClient session, int hotel, String kind, String within, List<String> fields) {
        return session
                .sql(
                        """
                        select id, integration_name as name, provider, account_id as account from third_party_integrations
                         where hotel_id = ? and account_id is not null and state <> 'disconnected' order by id
                        """)
                .param(hotel)
                .query(Connected.class)
                .list()
                .stream()
                .map(each -> at(each, kind, within, fields))
                .toList();
    }

    private At at(Connected at, String kind, String within, List<String> fields) {
        Map<String, Told> told = new LinkedHashMap<>();
        channels.findByCode(at.provider())
                .ifPresent(
                        channel -> {
                            Map<String, ContentKind> kinds = offers.kinds(channel, at.account());
                            fields.forEach(
                                    field ->
                                            told.put(
                                                    field,
                                                    told(channel, kinds, kind, within, field)));
                        });
        return new At(at.id(), at.name(), told);
    }

    /** Products say, too, what their plan says: below {@code within}. */
    private static Told told(
            Channel channel,
            Map<String, ContentKind> kinds,
            String kind,
            String within,
            String field) {
        if (field.equals(LIMITS)) {
            return new Told(Way.IN_PRICES, "");
        }
        record Said(@Nullable ContentKind rule, String path) {}
        List<Said> taking =
                Stream.of(
                                new Said(kinds.get(kind), field),
                                new Said(
                                        within.isEmpty() ? null : kinds.get(PartId.PRODUCT),
                                        within + field))
                        .filter(said -> said.rule() != null && said.rule().takes(said.path()))
                        .toList();
        if (!taking.isEmpty()) {
            boolean later = taking.stream().anyMatch(said -> !said.rule().isFixed(said.path()));
            return new Told(later ? Way.TOLD : Way.WHEN_MADE, "");
        }
        Map<String, String> managed = channel.definition().content().managed();
        String where = managed.getOrDefault(kind + "." + field, managed.getOrDefault(kind, ""));
        return new Told(where.isEmpty() ? Way.NOT : Way.WRITTEN_THERE, where);
    }
}
