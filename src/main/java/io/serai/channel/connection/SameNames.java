package io.serai.channel.connection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Maps what bears the same name or code on both sides, where nobody said what it means. */
@Repository
class SameNames {

    /** Who mapped it. */
    private static final String SAME_NAME = "same name";

    private final JdbcClient jdbc;

    SameNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Maps rooms and then their rates; what two of either side are called is left alone. */
    void map(int connection) {
        rooms(connection);
        rates(connection);
    }

    private void rooms(int connection) {
        jdbc.sql(
                        """
                        update ota_rate_plans r set room_type_id = same.id, mapped_by = :by
                          from (select r.id as remote, min(t.id) as id
                                  from ota_rate_plans r
                                  join room_types t on t.hotel_id = r.hotel_id
                                   and (lower(t.name) = lower(r.room_name) or t.code in (r.remote_room, r.remote_code))
                                 where r.connection_id = :connection and r.remote_rate is null and r.state = 'active' and r.room_type_id is null
                                   and not exists (select from ota_rate_plans o where o.connection_id = r.connection_id
                                                    and o.room_type_id = t.id and o.state = 'active')
                                 group by r.id having count(*) = 1) same
                         where r.id = same.remote
                           and 1 = (select count(*) from ota_rate_plans o join room_types t on t.id = same.id
                                     where o.connection_id = :connection and o.remote_rate is null and o.state = 'active'
                                       and (lower(t.name) = lower(o.room_name) or t.code in (o.remote_room, o.remote_code)))
                        """)
                .param("by", SAME_NAME)
                .param("connection", connection)
                .update();
    }

    private void rates(int connection) {
        jdbc.sql(
                        """
                        update ota_rate_plans r set product_id = same.id, mapped_by = :by
                          from (select r.id as remote, min(s.id) as id
                                  from ota_rate_plans r
                                  join ota_rate_plans m on m.connection_id = r.connection_id and m.remote_room = r.remote_room
                                   and m.remote_rate is null and m.state = 'active'
                                  join products s on s.room_type_id = m.room_type_id
                                  join rate_plans p on p.id = s.rate_plan_id
                                   and (lower(p.name) = lower(r.rate_name) or p.code in (r.remote_rate, r.remote_code))
                                 where r.connection_id = :connection and r.remote_rate is not null and r.state = 'active' and r.product_id is null
                                 group by r.id having count(*) = 1) same
                         where r.id = same.remote
                        """)
                .param("by", SAME_NAME)
                .param("connection", connection)
                .update();
    }
}
