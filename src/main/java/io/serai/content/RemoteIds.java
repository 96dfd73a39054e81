package io.serai.content;

import io.serai.channel.ContentKind;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel's own ids of parts: as it gave them when they were made, else as they are mapped. */
@Repository
class RemoteIds {

    private static final String MADE =
            """
            select remote_key from content_syncs
             where connection_id = :connection and kind = :kind and remote_key is not null
               and (cast(:room as integer) is null or room_type_id = :room) and (cast(:plan as integer) is null or rate_plan_id = :plan)
            """;

    private static final String MAPPED =
            """
            select min(case when :kind = 'room' then r.remote_room else r.remote_rate end)
              from ota_rate_plans r left join products s on s.id = r.product_id
             where r.connection_id = :connection and r.state = 'active'
               and case :kind when 'room' then r.remote_rate is null and r.room_type_id = :room
                              when 'rate-plan' then s.rate_plan_id = :plan
                              when 'product' then s.room_type_id = :room and s.rate_plan_id = :plan
                              else false end
            having count(*) > 0
            """;

    private final JdbcClient jdbc;

    RemoteIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of a room type, a rate plan or a product; empty where the channel has none. */
    Optional<String> of(int connection, PartId part) {
        return find(MADE, connection, part).or(() -> find(MAPPED, connection, part));
    }

    /** The room type or rate plan that a product needs and the channel does not have. */
    Optional<String> missing(int connection, PartId part, ContentKind rule, HotelContent content) {
        if (!part.kind().equals(PartId.PRODUCT)) {
            return Optional.empty();
        }
        return content.parts().keySet().stream()
                .filter(it -> rule.after().contains(it.kind()))
                .filter(
                        it ->
                                it.kind().equals(PartId.ROOM)
                                        ? Objects.equals(part.roomType(), it.roomType())
                                        : Objects.equals(part.ratePlan(), it.ratePlan()))
                .filter(it -> of(connection, it).isEmpty())
                .map(PartId::name)
                .findFirst();
    }

    /**
     * The id of a product's room type or rate plan; null where it is not told.
     *
     * @param kind {@link PartId#ROOM} or {@link PartId#RATE_PLAN}
     */
    @Nullable String other(int connection, PartId part, ContentKind rule, String kind) {
        if (!part.kind().equals(PartId.PRODUCT) || !rule.after().contains(kind)) {
            return null;
        }
        boolean room = kind.equals(PartId.ROOM);
        PartId other =
                new PartId(kind, room ? part.roomType() : null, room ? null : part.ratePlan(), "");
        return of(connection, other).orElse(null);
    }

    private Optional<String> find(String sql, int connection, PartId part) {
        return jdbc.sql(sql)
                .param("connection", connection)
                .param("kind", part.kind())
                .param("room", part.roomType())
                .param("plan", part.ratePlan())
                .query(String.class)
                .optional();
    }
}
