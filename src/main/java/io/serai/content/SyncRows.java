package io.serai.content;

import io.serai.channel.Channel;
import io.serai.channel.ContentKind;
import io.serai.channel.CreationStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has a row for each part that a channel takes of a hotel, in the order in which they are sent. */
@Component
class SyncRows {

    private static final int KIND = 10_000;

    private final JdbcClient jdbc;
    private final ContentBook content;
    private final ContentOffers offers;
    private final SyncBook book;

    SyncRows(JdbcClient jdbc, ContentBook content, ContentOffers offers, SyncBook book) {
        this.jdbc = jdbc;
        this.content = content;
        this.offers = offers;
        this.book = book;
    }

    /** Makes those that are missing; the steps of making a hotel, too, where they are wanted. */
    void keep(SyncedConnection connection, Channel channel, boolean steps) {
        Map<String, ContentKind> kinds = offers.kinds(channel, connection.account());
        List<String> order = order(channel, kinds);
        HotelContent hotel = content.of(jdbc, connection.hotel());
        kinds.keySet()
                .forEach(
                        kind -> {
                            int position = order.indexOf(kind) * KIND;
                            for (PartId part : hotel.ofKind(kind)) {
                                book.keep(connection.hotel(), connection.id(), part, position++);
                            }
                        });
        if (steps) {
            channel.definition().content().creation().stream()
                    .filter(step -> !step.isKind())
                    .map(CreationStep::name)
                    .forEach(
                            step ->
                                    book.keep(
                                            connection.hotel(),
                                            connection.id(),
                                            new PartId(SyncedPart.STEP, null, null, step),
                                            order.indexOf(step) * KIND));
        }
    }

    /** As a hotel is made there, and then whatever else the channel takes. */
    private static List<String> order(Channel channel, Map<String, ContentKind> kinds) {
        List<String> order =
                new ArrayList<>(
                        channel.definition().content().creation().stream()
                                .map(CreationStep::name)
                                .toList());
        kinds.keySet().stream().filter(kind -> !order.contains(kind)).forEach(order::add);
        return order;
    }
}
