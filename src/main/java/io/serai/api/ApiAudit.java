package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.serai.console.access.Right;
import io.serai.database.audit.AuditSeals;
import io.serai.database.audit.AuditTrail;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was done, by whom; and whether that is still as it was written. */
@Component("apiAudit")
public class ApiAudit {

    private static final String HASH = "[0-9a-f]{64}";

    private final AuditTrail trail;
    private final AuditSeals seals;

    ApiAudit(AuditTrail trail, AuditSeals seals) {
        this.trail = trail;
        this.seals = seals;
    }

    /**
     * A page of the entries, the newest first: of the hotel that is named, of no hotel with {@code
     * hotel=none}, else of all that the caller administers.
     */
    public Page list(@ExchangeProperty("caller") Caller caller, Message request) {
        PageWish page = PageWish.of(request);
        AuditTrail.Question question =
                new AuditTrail.Question(
                        request.getHeader("actor", String.class),
                        request.getHeader("act", String.class),
                        request.getHeader("subject", String.class),
                        moment(request, "from"),
                        moment(request, "until"),
                        page.before(),
                        page.most() + 1);
        String hotel = request.getHeader("hotel", String.class);
        List<AuditTrail.Entry> found =
                "none".equals(hotel)
                        ? ofNoHotel(caller, question)
                        : trail.of(caller.actor(), hotels(caller, hotel), question);
        return new Page(
                page.shown(found).stream().map(View::of).toList(),
                page.next(found, AuditTrail.Entry::id));
    }

    private List<AuditTrail.Entry> ofNoHotel(Caller caller, AuditTrail.Question question) {
        demandEverywhere(caller);
        return trail.ofNoHotel(question);
    }

    private static List<Long> hotels(Caller caller, @Nullable String hotel) {
        return hotel == null ? caller.hotels() : List.of((long) caller.hotel(hotel));
    }

    /**
     * Seals what waits and reckons all seals anew.
     *
     * @param head one that was kept elsewhere; it must be one of the seals
     */
    public AuditSeals.Verdict verify(
            @ExchangeProperty("caller") Caller caller, @Header("head") @Nullable String head) {
        demandEverywhere(caller);
        if (head != null && !head.matches(HASH)) {
            throw Problem.bad("head: '" + head + "' (expected: 64 hexadecimal digits)");
        }
        seals.seal();
        return seals.verify(head);
    }

    private static @Nullable Instant moment(Message request, String name) {
        String said = request.getHeader(name, String.class);
        try {
            return said == null ? null : Instant.parse(said);
        } catch (DateTimeParseException wrong) {
            throw Problem.bad(
                    name + ": '" + said + "' (expected: a moment as 2030-01-31T00:00:00Z)");
        }
    }

    private static void demandEverywhere(Caller caller) {
        if (!caller.mayEverywhere(Right.ADMIN)) {
            throw Problem.forbidden(Right.ADMIN);
        }
    }

    /**
     * A part of the audit.
     *
     * @param next the id before which the next page begins; null: there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<View> entries, @Nullable String next) {}

    /** An entry as a caller sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            Instant at,
            String actor,
            @Nullable String hotel,
            String subject,
            @Nullable String subjectId,
            String act,
            @Nullable String nights,
            @JsonRawValue @Nullable String change,
            @Nullable String reason) {

        static View of(AuditTrail.Entry entry) {
            return new View(
                    Long.toString(entry.id()),
                    entry.at(),
                    entry.actor(),
                    entry.hotel() == null ? null : entry.hotel().toString(),
                    entry.subject(),
                    entry.subjectId() == null ? null : entry.subjectId().toString(),
                    entry.act(),
                    entry.nights(),
                    entry.change(),
                    entry.reason());
        }
    }
}
