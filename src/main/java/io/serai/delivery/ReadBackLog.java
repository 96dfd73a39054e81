package io.serai.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of looks at what channels hold. */
@Component
class ReadBackLog {

    private final JdbcClient jdbc;

    ReadBackLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down how a look went. */
    void add(ReadBack look) {
        jdbc.sql(
                        """
                        insert into ota_sync_logs (hotel_id, account_id, connection_id, kind, name, outcome, detail)
                        values (:hotel, :account, :connection, 'run', 'read-back', :outcome,
                                jsonb_strip_nulls(jsonb_build_object('from', cast(:from as date), 'until', cast(:until as date), 'shown', :shown::int, 'prices', :prices::int,
                                'found', :found::int, 'suspected', :suspected::int, 'settled', :settled::int, 'words', cast(:words as text))))
                        """)
                .param("hotel", look.connection().hotel())
                .param("account", look.connection().account())
                .param("connection", look.connection().id())
                .param("outcome", look.outcome())
                .param("from", look.from())
                .param("until", look.until())
                .param("shown", look.seen().shown())
                .param("prices", look.prices())
                .param("found", look.seen().found())
                .param("suspected", look.seen().suspected())
                .param("settled", look.seen().settled())
                .param("words", look.failure())
                .update();
    }
}
