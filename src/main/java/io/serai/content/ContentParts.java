package io.serai.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.request.RequestContracts;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what a hotel says of itself; in the caller's transaction. */
@Repository
public class ContentParts {

    private static final String CONTRACT = "content-push";

    /** What the hotel's own record says, and is changed there. */
    private static final Map<String, Set<String>> DERIVED =
            Map.of(
                    PartId.PROPERTY, Set.of("code", "name", "timeZone", "currency", "rooms"),
                    PartId.ROOM, Set.of("code", "name", "rooms", "maxGuests"),
                    PartId.RATE_PLAN,
                            Set.of("code", "name", "pricing", "mealPlan", "cancellation", "parent"),
                    PartId.PRODUCT, Set.of("room", "roomName", "maxGuests", "plan"));

    private final RequestContracts contracts;
    private final PeopleSealed sealed;

    ContentParts(RequestContracts contracts, PeopleSealed sealed) {
        this.contracts = contracts;
        this.sealed = sealed;
    }

    /** What a part of a kind says that the hotel's own record says: it is changed there. */
    public static Set<String> derived(String kind) {
        return DERIVED.getOrDefault(kind, Set.of());
    }

    /** Nobody else writes the hotel's content until the transaction ends. */
    public void hold(JdbcClient session, int hotel) {
        session.sql("select pg_advisory_xact_lock(hashtext('content'), ?)")
                .param(hotel)
                .query()
                .listOfRows();
    }

    /**
     * What is wrong with a part that somebody wants to write; empty when nothing is.
     *
     * @param now the part as it is
     */
    public List<String> faults(PartId part, ObjectNode now, ObjectNode content) {
        List<String> faults = new ArrayList<>(contracts.faults(CONTRACT, part.kind(), content));
        for (String name : derived(part.kind())) {
            if (content.has(name) && !Objects.equals(content.get(name), now.get(name))) {
                faults.add(
                        "$.%s: %s (expected: %s, as the hotel's own record says; it is changed there)"
                                .formatted(name, content.get(name), now.path(name)));
            }
        }
        dotted("$", content, faults);
        return faults;
    }

    private static void dotted(String at, ObjectNode object, List<String> faults) {
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            if (each.getKey().isEmpty() || each.getKey().contains(".")) {
                faults.add(
                        "%s: '%s' (expected: a name without a dot)".formatted(at, each.getKey()));
            } else if (each.getValue() instanceof ObjectNode below) {
                dotted(at + "." + each.getKey(), below, faults);
            }
        }
    }

    /** Seals what names people and was written as it is, by plain SQL; how many parts. */
    int sealOpen(JdbcClient database) {
        List<Open> open =
                database.sql(
                                "select id, content::text as content from content_parts where kind = 'contacts' and content <> '{}'")
                        .query(Open.class)
                        .list();
        return open.stream()
                .mapToInt(
                        part ->
                                database.sql(
                                                "update content_parts set sealed = ?, content = '{}' where id = ? and content = ?::jsonb")
                                        .params(
                                                sealed.seal(part.content()),
                                                part.id(),
                                                part.content())
                                        .update())
                .sum();
    }

    private record Open(long id, String content) {}

    /** Replaces a part; nothing but what the hotel's own record says leaves none. */
    public void write(JdbcClient session, int hotel, PartId part, ObjectNode content) {
        ObjectNode own = content.deepCopy();
        own.remove(derived(part.kind()));
        boolean people = PeopleSealed.isOfPeople(part.kind());
        session.sql(
                        """
                        insert into content_parts (hotel_id, kind, room_type_id, rate_plan_id, content, sealed)
                        values (:hotel, :kind, :room, :plan, :content::jsonb, :sealed)
                        on conflict (hotel_id, kind, room_type_id, rate_plan_id)
                        do update set content = excluded.content, sealed = excluded.sealed, written_by = serai_actor()
                        """)
                .param("hotel", hotel)
                .param("kind", part.kind())
                .param("room", part.roomType())
                .param("plan", part.ratePlan())
                .param("content", people ? "{}" : own.toString())
                .param("sealed", people ? sealed.seal(own.toString()) : null, Types.BINARY)
                .update();
        session.sql(
                        """
                        insert into audit (hotel_id, subject, act, change) values (?, 'content_parts', 'write', jsonb_build_object('part', ?::text))
                        """)
                .params(hotel, part.name())
                .update();
    }
}
