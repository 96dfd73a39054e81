package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose price stands in a hotel where its system and a person both set one. */
@Component("apiPriceOwner")
public class ApiPriceOwner {

    private final PlanDesk desk;

    ApiPriceOwner(PlanDesk desk) {
        this.desk = desk;
    }

    /**
     * @param priceOwner person or system
     */
    record Owner(String priceOwner) {}

    /** As the hotel chose, with its version. */
    public Answer show(@ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        return desk.at(caller, hotel, (session, key) -> answer(read(session, key)));
    }

    /**
     * Chooses; all prices set by hand are looked at again.
     *
     * @param seen the version that the caller saw; another by now is a 409 with the newer choice
     */
    public Answer change(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, Set.of("priceOwner"));
        String chosen = form.word("priceOwner", "", List.of("person", "system"));
        if (chosen.isEmpty()) {
            throw form.refusal("priceOwner", "missing", "person or system");
        }
        return desk.change(
                caller,
                hotel,
                (session, key) -> {
                    Version.demand(seen, read(session, key));
                    session.sql("update hotels set price_owner = ? where id = ?")
                            .params(chosen, key)
                            .update();
                    return answer(read(session, key));
                });
    }

    private static Owner read(JdbcClient session, int hotel) {
        return new Owner(
                session.sql("select price_owner from hotels where id = ?")
                        .param(hotel)
                        .query(String.class)
                        .single());
    }

    private static Answer answer(Owner owner) {
        return new Answer(200, owner, Version.of(owner));
    }
}
