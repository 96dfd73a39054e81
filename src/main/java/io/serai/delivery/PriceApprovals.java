package io.serai.delivery;

import io.serai.delivery.price.PriceColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The prices that people have approved, sparse: an approval ends with the price it is for. */
@Repository
class PriceApprovals {

    private final JdbcClient jdbc;

    PriceApprovals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a hotel for tonight and later, one entry a range. */
    List<PriceApproval> of(int hotel, int today) {
        return jdbc.sql(
                        """
                        select a.id, a.product_id, lower(r) - date '1970-01-01' as first, upper(r) - date '1970-01-01' as beyond, a.prices
                          from price_approvals a, unnest(a.nights) r
                         where a.hotel_id = ? and upper(r) > ?
                        """)
                .params(hotel, LocalDate.ofEpochDay(today))
                .query((row, number) -> approval(row))
                .list();
    }

    private static PriceApproval approval(ResultSet row) throws SQLException {
        return new PriceApproval(
                row.getLong("id"),
                row.getInt("product_id"),
                row.getInt("first"),
                row.getInt("beyond"),
                PriceColumn.of(row.getArray("prices")));
    }

    /** Ends approvals for single nights, because other prices are wanted there now. */
    void end(Collection<PriceApproval.Ended> ended) {
        if (ended.isEmpty()) {
            return;
        }
        Long[] ids = ended.stream().map(PriceApproval.Ended::approval).toArray(Long[]::new);
        jdbc.sql(
                        """
                        update price_approvals a set nights = a.nights - e.nights
                          from (select id, range_agg(daterange(date '1970-01-01' + day, date '1970-01-01' + day + 1)) as nights
                                  from unnest(:ids::bigint[], :days::int[]) u (id, day) group by id) e
                         where a.id = e.id
                        """)
                .param("ids", ids)
                .param("days", ended.stream().map(PriceApproval.Ended::day).toArray(Integer[]::new))
                .update();
        jdbc.sql("delete from price_approvals where isempty(nights) and id = any (?)")
                .param(ids)
                .update();
    }
}
