package io.serai.report;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A night of a hotel of which channels hold rates that are something there.
 *
 * @param lines how many
 */
record HeldNights(int hotel, LocalDate night, int lines) {

    private static final String NIGHTS =
            """
            select c.hotel_id as hotel, h.night, count(*)::int as lines
              from third_party_integrations c
              join ota_rate_plans r on r.connection_id = c.id and r.state = 'active' and r.product_id is not null
              join held_nights h on h.remote_id = r.id and h.night >= :from and h.night < :until
             where c.hotel_id = any (:hotels) and c.state <> 'disconnected' and (cast(:channel as text) is null or c.provider = :channel)
             group by 1, 2 order by 1, 2
            """;

    /** All of them, by hotel and night. */
    static List<HeldNights> read(JdbcClient session, ReportQuestion question) {
        return session.sql(NIGHTS)
                .params(question.parameters())
                .param("channel", question.channel())
                .query(HeldNights.class)
                .list();
    }
}
