package io.serai.content;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cancellation policies that channels show, of which the hotel may choose one for a rate. */
@Repository
public class RemotePolicies {

    /**
     * A cancellation policy at a channel.
     *
     * @param code the channel's own code of it
     * @param name what the channel calls it
     * @param rates how many rates have it there
     */
    public record RemotePolicy(String code, String name, int rates) {}

    RemotePolicies() {}

    /** Those of a connection's rates, in the caller's transaction; none where it shows no codes. */
    public List<RemotePolicy> of(JdbcClient session, int connection) {
        return session.sql(
                        """
                        select cancellation_code as code, coalesce(min(cancellation), cancellation_code) as name, count(*)::integer as rates
                          from ota_rate_plans
                         where connection_id = ? and state = 'active' and cancellation_code is not null
                         group by cancellation_code order by name, code
                        """)
                .param(connection)
                .query(RemotePolicy.class)
                .list();
    }
}
