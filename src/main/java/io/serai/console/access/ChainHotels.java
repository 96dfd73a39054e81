package io.serai.console.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hotels of chains, as it is written. */
final class ChainHotels {

    private ChainHotels() {}

    /**
     * Writes all of one chain's: they leave the one that they were of.
     *
     * @throws AccessRefused where one is none, naming it
     */
    static void write(JdbcClient database, String code, List<Long> hotels) {
        Long[] ids = hotels.stream().distinct().toArray(Long[]::new);
        database.sql(
                        """
                        update hotels set chain_id = null
                         where chain_id = (select id from chains where code = ?) and id <> all (?::bigint[])
                        """)
                .params(code, ids)
                .update();
        List<Long> found =
                database.sql("select id::bigint from hotels where id = any (?::bigint[])")
                        .param(ids)
                        .query(Long.class)
                        .list();
        for (long id : ids) {
            if (!found.contains(id)) {
                throw AccessRefused.notMeant("hotels", "'" + id + "'", "ids of hotels");
            }
        }
        database.sql(
                        """
                        update hotels set chain_id = c.id from chains c
                         where c.code = ? and hotels.id = any (?::bigint[]) and chain_id is distinct from c.id
                        """)
                .params(code, ids)
                .update();
    }
}
