package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.content.ContentBook;
import io.serai.content.ContentParts;
import io.serai.content.HotelContent;
import io.serai.content.PartId;
import io.serai.database.TenantSession;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What hotels say of themselves, part by part. */
@Component("apiContent")
public class ApiContent {

    private final Targets targets;
    private final TenantSession tenants;
    private final ContentBook book;
    private final ContentParts parts;

    ApiContent(Targets targets, TenantSession tenants, ContentBook book, ContentParts parts) {
        this.targets = targets;
        this.tenants = tenants;
        this.book = book;
        this.parts = parts;
    }

    /** All parts of a hotel. */
    public Map<String, List<PartView>> list(
            @ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        int key = targets.hotel(caller, hotel);
        HotelContent content =
                tenants.call(caller.hotels(), caller.actor(), session -> book.of(session, key));
        return Map.of("parts", content.parts().entrySet().stream().map(ApiContent::view).toList());
    }

    /** One part, with its version. */
    public Answer one(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("part") String part) {
        int key = targets.hotel(caller, hotel);
        return tenants.call(
                caller.hotels(), caller.actor(), session -> answer(find(session, key, part)));
    }

    /**
     * Replaces a part; channels are told with the next day's sync, or when somebody wants it.
     *
     * @param seen the version that the caller saw; another by now is a 409 with the newer content
     */
    public Answer write(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("part") String part,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        int key = targets.hotel(caller, hotel);
        if (body == null) {
            throw Problem.bad("body: none (expected: the part's content, as JSON)");
        }
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    parts.hold(session, key);
                    Map.Entry<PartId, ObjectNode> before = find(session, key, part);
                    Version.demand(seen, view(before));
                    List<String> faults = parts.faults(before.getKey(), before.getValue(), body);
                    if (!faults.isEmpty()) {
                        throw Problem.bad(String.join("; ", faults));
                    }
                    parts.write(session, key, before.getKey(), body);
                    return answer(find(session, key, part));
                });
    }

    private Map.Entry<PartId, ObjectNode> find(JdbcClient session, int hotel, String part) {
        return book.of(session, hotel).parts().entrySet().stream()
                .filter(each -> each.getKey().name().equals(part))
                .findFirst()
                .orElseThrow(() -> Problem.unknown("part", part));
    }

    private static PartView view(Map.Entry<PartId, ObjectNode> part) {
        return new PartView(part.getKey().name(), part.getKey().kind(), part.getValue());
    }

    private static Answer answer(Map.Entry<PartId, ObjectNode> part) {
        PartView view = view(part);
        return new Answer(200, view, Version.of(view));
    }
}
