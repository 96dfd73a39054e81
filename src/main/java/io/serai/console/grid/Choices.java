package io.serai.console.grid;

import io.serai.console.Hotel;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a hotel sells, to choose from. */
public final class Choices {

    private Choices() {}

    /** A room type, with how many plans are sold of it. */
    public record Type(int id, String name, int size, int plans) {}

    /** A rate plan. */
    public record Plan(int id, String name) {}

    /** A connection that is not disconnected. */
    public record At(int id, String name) {}

    /** All room types, by name. */
    public static List<Type> of(JdbcClient database, Hotel hotel) {
        return database.sql(
                        """
                        select t.id, t.name, t.size, (select count(*) from products p where p.room_type_id = t.id)::int as plans
                          from room_types t where t.hotel_id = ? order by t.name, t.id
                        """)
                .param(hotel.id())
                .query(Type.class)
                .list();
    }

    /** All rate plans, by name. */
    public static List<Plan> plans(JdbcClient database, Hotel hotel) {
        return database.sql("select id, name from rate_plans where hotel_id = ? order by name, id")
                .param(hotel.id())
                .query(Plan.class)
                .list();
    }

    /** The channels that it is on. */
    public static List<At> channels(JdbcClient database, Hotel hotel) {
        return database.sql(
                        """
                        select id, integration_name as name from third_party_integrations
                         where hotel_id = ? and state <> 'disconnected' order by id
                        """)
                .param(hotel.id())
                .query(At.class)
                .list();
    }
}
