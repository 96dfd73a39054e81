package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.database.audit.Audit;
import io.serai.reservation.Erasure;
import io.serai.reservation.guest.GuestFile;
import io.serai.reservation.guest.GuestFiles;
import io.serai.reservation.guest.GuestSubject;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands out what is known of a guest, and erases it. Names and addresses come in bodies alone. */
@Component("apiGuests")
public class ApiGuests {

    private static final Set<String> WHOM = Set.of("email", "name", "bookings");
    private static final Set<String> ERASED = Set.of("email", "bookings", "reason");

    private final Targets targets;
    private final TenantSession tenants;
    private final GuestFiles files;
    private final Erasure erasure;
    private final Audit audit;

    ApiGuests(
            Targets targets,
            TenantSession tenants,
            GuestFiles files,
            Erasure erasure,
            Audit audit) {
        this.targets = targets;
        this.tenants = tenants;
        this.files = files;
        this.erasure = erasure;
        this.audit = audit;
    }

    /** What became of each booking. */
    public record Outcome(List<Erased> bookings) {}

    /**
     * What became of a booking.
     *
     * @param kept why its people are kept for now; null: they are erased
     * @param setAside messages that named it and are none any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Erased(String id, boolean erased, @Nullable String kept, int setAside) {}

    /** All that is known of a guest. */
    public GuestFile export(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable ObjectNode body) {
        int key = targets.hotel(caller, hotel);
        GuestSubject subject = subject(Form.of(body, WHOM), true);
        GuestFile file =
                tenants.call(
                        List.of((long) key),
                        caller.actor(),
                        session -> files.file(session, key, files.find(session, key, subject)));
        file.bookings()
                .forEach(
                        stay ->
                                audit.record(
                                        caller.actor(),
                                        "export-people",
                                        new Audit.Subject(
                                                key,
                                                "reservation",
                                                Long.parseLong(stay.booking().id())),
                                        null));
        return file;
    }

    /**
     * Erases a guest. By a name alone nobody is erased, since others may have it: the file names
     * the bookings.
     */
    public Outcome erase(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable ObjectNode body) {
        int key = targets.hotel(caller, hotel);
        Form form = Form.of(body, ERASED);
        GuestSubject subject = subject(form, false);
        String reason = BookingFields.needed(form, "reason");
        List<Long> bookings =
                tenants.call(
                        List.of((long) key),
                        caller.actor(),
                        session -> files.find(session, key, subject));
        return new Outcome(
                bookings.stream()
                        .map(id -> erasure.erase(id, caller.actor(), reason))
                        .map(
                                it ->
                                        new Erased(
                                                Long.toString(it.reservation()),
                                                it.kept() == null,
                                                it.kept(),
                                                it.setAside()))
                        .toList());
    }

    private static GuestSubject subject(Form form, boolean named) {
        String email = BookingFields.word(form, "email");
        String name = named ? BookingFields.word(form, "name") : null;
        List<Long> bookings = form.list("bookings", "ids of bookings", id -> booking(form, id));
        if (email == null && name == null && bookings == null) {
            throw form.refusal(
                    "email", "missing", named ? "email, name or bookings" : "email or bookings");
        }
        return new GuestSubject(email, name, bookings == null ? List.of() : bookings);
    }

    private static Long booking(Form form, JsonNode id) {
        if (!id.isTextual() || !id.asText().matches("[0-9]{1,18}")) {
            throw form.refusal("bookings", id.toString(), "ids as texts");
        }
        return Long.valueOf(id.asText());
    }
}
