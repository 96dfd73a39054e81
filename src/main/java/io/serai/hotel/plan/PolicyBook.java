package io.serai.hotel.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cancellation policies of a hotel, within a transaction. */
public final class PolicyBook {

    private static final String SELECT =
            "select id, code, name, free_until_hours, penalty, penalty_value from cancellation_policies where hotel_id = ? ";

    private final JdbcClient session;
    private final int hotel;

    /**
     * @param session sees the hotel
     */
    public PolicyBook(JdbcClient session, int hotel) {
        this.session = session;
        this.hotel = hotel;
    }

    /** All, by code. */
    public List<StoredPolicy> all() {
        return session.sql(SELECT + "order by code")
                .param(hotel)
                .query((row, number) -> policy(row))
                .list();
    }

    /** One of the hotel's. */
    public Optional<StoredPolicy> find(int policy) {
        return session.sql(SELECT + "and id = ?")
                .params(hotel, policy)
                .query((row, number) -> policy(row))
                .optional();
    }

    /** One that nobody else changes before this transaction ends. */
    public Optional<StoredPolicy> lock(int policy) {
        return session.sql(SELECT + "and id = ? for update")
                .params(hotel, policy)
                .query((row, number) -> policy(row))
                .optional();
    }

    /** Adds one and gives its key. */
    public int add(PolicyContent content) {
        return said(
                        session.sql(
                                        """
                                        insert into cancellation_policies (hotel_id, code, name, free_until_hours, penalty, penalty_value)
                                        values (:hotel, :code, :name, :free, :penalty, :value) returning id
                                        """)
                                .param("hotel", hotel),
                        content)
                .query(Integer.class)
                .single();
    }

    /** Changes one. */
    public void change(int policy, PolicyContent content) {
        said(
                        session.sql(
                                        """
                                        update cancellation_policies set code = :code, name = :name, free_until_hours = :free,
                                               penalty = :penalty, penalty_value = :value where id = :policy
                                        """)
                                .param("policy", policy),
                        content)
                .update();
    }

    /** Takes one away that no plan names. */
    public void remove(int policy) {
        session.sql("delete from cancellation_policies where id = ?").param(policy).update();
    }

    private static JdbcClient.StatementSpec said(
            JdbcClient.StatementSpec statement, PolicyContent content) {
        return statement
                .param("code", content.code())
                .param("name", content.name())
                .param("free", content.freeUntilHours(), Types.INTEGER)
                .param("penalty", content.penalty())
                .param("value", content.value(), Types.NUMERIC);
    }

    private static StoredPolicy policy(ResultSet row) throws SQLException {
        return new StoredPolicy(
                row.getInt("id"),
                new PolicyContent(
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("free_until_hours", Integer.class),
                        row.getString("penalty"),
                        row.getBigDecimal("penalty_value")));
    }
}
