package io.serai.delivery;

import io.serai.channel.DoorHeaders;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells channels everything again that ask for it. */
@Component("fullSyncs")
public class FullSyncs {

    private final JdbcClient jdbc;
    private final Marks marks;
    private final Wakes wakes;
    private final TransactionTemplate transaction;

    FullSyncs(JdbcClient jdbc, Marks marks, Wakes wakes, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.wakes = wakes;
        this.transaction = transaction;
    }

    /**
     * Has all nights told again, as if the channel held nothing, to the open connections of an
     * account's channel.
     *
     * @param remoteHotel the channel's number of the hotel; null: all hotels of the account
     * @return how many connections
     */
    public int want(
            @Header(DoorHeaders.ACCOUNT) long account,
            @Header("Serai-Hotel") @Nullable String remoteHotel) {
        List<Range> ranges =
                jdbc.sql(
                                """
                                select c.id, serai_today(c.hotel_id) as first, serai_today(c.hotel_id) + h.horizon - 1 as last
                                  from third_party_integrations c join hotels h on h.id = c.hotel_id
                                  join channel_accounts a on a.id = :account and a.provider = c.provider
                                 where c.open and case when :hotel::text is null then c.account_id = a.id else c.remote_hotel = :hotel end
                                """)
                        .param("account", account)
                        .param("hotel", remoteHotel)
                        .query(Range.class)
                        .list();
        ranges.forEach(this::tell);
        return ranges.size();
    }

    private void tell(Range range) {
        transaction.executeWithoutResult(
                status -> {
                    marks.tellAgain(range.id(), range.first(), range.last());
                    wakes.afterCommit();
                });
    }

    private record Range(int id, LocalDate first, LocalDate last) {}
}
