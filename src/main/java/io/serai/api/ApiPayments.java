package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.database.TenantSession;
import io.serai.hotel.Days;
import io.serai.payment.BookedPayment;
import io.serai.payment.BookedPayments;
import io.serai.payment.Charging;
import io.serai.payment.RefundWay;
import io.serai.payment.RefundWays;
import io.serai.payment.RefundableCard;
import io.serai.payment.RefundableCards;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows how bookings are paid. */
@Component("apiPayments")
public class ApiPayments {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final Targets targets;
    private final TenantSession tenants;
    private final BookedPayments payments;
    private final RefundWays ways;
    private final RefundableCards cards;

    ApiPayments(
            Targets targets,
            TenantSession tenants,
            BookedPayments payments,
            RefundWays ways,
            RefundableCards cards) {
        this.targets = targets;
        this.tenants = tenants;
        this.payments = payments;
        this.ways = ways;
        this.cards = cards;
    }

    /**
     * One booking's payment, what may still be charged, and by which ways money is given back.
     *
     * @param charge what may be charged now
     * @param refund each way, the first that applies first
     */
    public record One(BookedPayment payment, Charging charge, List<RefundWay> refund) {}

    /** A page of payments; {@code next} begins the next one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<BookedPayment> payments, @Nullable String next) {}

    /**
     * How a booking is paid.
     *
     * @throws Problem 404 when the caller sees no such booking, or nothing is known of its payment
     */
    public One one(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    BookedPayment payment = find(session, id);
                    return new One(
                            payment,
                            Charging.of(session, Long.parseLong(payment.booking())),
                            ways.of(session, payment));
                });
    }

    BookedPayment find(JdbcClient session, String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.unknown("booking", id);
        }
        return payments.find(session, Long.parseLong(id))
                .orElseThrow(() -> Problem.unknown("booking", id));
    }

    /** The payments of a hotel's bookings, the latest first. */
    public Page search(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel) {
        int key = targets.hotel(caller, hotel);
        BookedPayments.Wish wish =
                new BookedPayments.Wish(
                        text(exchange, "channel"),
                        text(exchange, "collectedBy"),
                        text(exchange, "method"),
                        text(exchange, "payoutStatus"),
                        day(exchange, "from"),
                        day(exchange, "to"),
                        number(exchange, "before"));
        Long said = number(exchange, "limit");
        int most = said == null ? USUAL : (int) Math.max(1, Math.min(said, MOST));
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    List<Long> found = payments.search(session, key, wish, most + 1);
                    List<Long> shown = found.subList(0, Math.min(most, found.size()));
                    return new Page(
                            payments.read(session, shown),
                            found.size() > most ? Long.toString(shown.get(most - 1)) : null);
                });
    }

    /** The virtual cards of a hotel that channels want money back on, the most urgent first. */
    public Map<String, List<RefundableCard>> refundable(
            @ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        int key = targets.hotel(caller, hotel);
        return Map.of(
                "cards",
                tenants.call(caller.hotels(), caller.actor(), session -> cards.of(session, key)));
    }

    static @Nullable String text(Exchange exchange, String name) {
        String said = exchange.getMessage().getHeader(name, String.class);
        return said == null || said.isBlank() ? null : said.strip();
    }

    static @Nullable LocalDate day(Exchange exchange, String name) {
        String said = text(exchange, name);
        try {
            return said == null ? null : Days.parse(said);
        } catch (DateTimeParseException wrong) {
            throw Problem.bad("%s: '%s' (expected: YYYY-MM-DD)".formatted(name, said));
        }
    }

    static @Nullable Long number(Exchange exchange, String name) {
        String said = text(exchange, name);
        if (said != null && !said.matches("[0-9]{1,18}")) {
            throw Problem.bad("%s: '%s' (expected: a number)".formatted(name, said));
        }
        return said == null ? null : Long.valueOf(said);
    }
}
