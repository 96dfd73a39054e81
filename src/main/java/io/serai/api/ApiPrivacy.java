package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.reservation.guest.RetentionSettings;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long a hotel keeps cards and people. */
@Component("apiPrivacy")
public class ApiPrivacy {

    private static final Set<String> FIELDS = Set.of("cards", "cardDays", "peopleDays");
    private static final List<String> RULES = List.of("departure", "settled", "expiry");
    private static final int USUAL_DAYS = 30;
    private static final int MOST_CARD_DAYS = 400;
    private static final int LEAST_PEOPLE_DAYS = 30;
    private static final int MOST_PEOPLE_DAYS = 4000;

    private final Targets targets;
    private final TenantSession tenants;
    private final RetentionSettings retention;

    ApiPrivacy(Targets targets, TenantSession tenants, RetentionSettings retention) {
        this.targets = targets;
        this.tenants = tenants;
        this.retention = retention;
    }

    /**
     * What a hotel chose.
     *
     * @param cards when a card is deleted: {@code departure}, {@code settled} or {@code expiry}
     * @param cardDays days after departure, for the rule of that name
     * @param peopleDays days after departure until people are erased
     */
    public record Privacy(String cards, int cardDays, int peopleDays) {}

    /** What it is. */
    public Privacy show(@ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        int key = targets.hotel(caller, hotel);
        return tenants.call(List.of((long) key), caller.actor(), session -> read(session, key));
    }

    /** Changes what is named. */
    public Privacy change(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable ObjectNode body) {
        int key = targets.hotel(caller, hotel);
        Form form = Form.of(body, FIELDS);
        String cards = form.names("cards") ? form.word("cards", "departure", RULES) : null;
        Integer cardDays = form.whole("cardDays", 0, MOST_CARD_DAYS);
        Integer peopleDays = form.whole("peopleDays", LEAST_PEOPLE_DAYS, MOST_PEOPLE_DAYS);
        return tenants.call(
                List.of((long) key),
                caller.actor(),
                session -> {
                    session.sql(
                                    """
                                    insert into hotel_privacy as p (hotel_id, cards, card_days, people_days)
                                    values (:hotel, coalesce(:cards, 'departure'), coalesce(:cardDays, 30), :peopleDays)
                                    on conflict (hotel_id) do update
                                       set cards       = coalesce(:cards, p.cards),
                                           card_days   = coalesce(:cardDays, p.card_days),
                                           people_days = case when :namesPeople then :peopleDays else p.people_days end
                                    """)
                            .param("hotel", key)
                            .param("cards", cards, Types.VARCHAR)
                            .param("cardDays", cardDays, Types.INTEGER)
                            .param("peopleDays", peopleDays, Types.INTEGER)
                            .param("namesPeople", form.names("peopleDays"))
                            .update();
                    session.sql(
                                    "insert into audit (hotel_id, subject, act, change) values (?, 'hotel_privacy', 'change', cast(? as jsonb))")
                            .params(key, String.valueOf(body))
                            .update();
                    return read(session, key);
                });
    }

    private Privacy read(JdbcClient session, int hotel) {
        int people = Math.toIntExact(retention.people().toDays());
        return session.sql(
                        "select cards, card_days, coalesce(people_days, ?) from hotel_privacy where hotel_id = ?")
                .params(people, hotel)
                .query((row, index) -> new Privacy(row.getString(1), row.getInt(2), row.getInt(3)))
                .optional()
                .orElse(new Privacy("departure", USUAL_DAYS, people));
    }
}
