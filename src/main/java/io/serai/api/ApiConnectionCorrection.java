package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.NumberCorrection;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Corrects what was mistyped while a connection is added, as the pages do. */
@Component("apiConnectionCorrection")
public class ApiConnectionCorrection {

    private final CalledConnections called;
    private final NumberCorrection numbers;

    ApiConnectionCorrection(CalledConnections called, NumberCorrection numbers) {
        this.called = called;
        this.numbers = numbers;
    }

    /** Corrects the hotel's number there, as long as nothing was sent; it is to be tested next. */
    public ConnectionLifeView correct(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, Set.of("remoteHotel"));
        try {
            numbers.correct(
                    called.find(caller, id),
                    Objects.requireNonNullElse(form.text("remoteHotel"), ""),
                    caller.actor());
            return ConnectionLifeView.of(called.find(caller, id));
        } catch (ConnectionRefused refused) {
            throw CalledConnections.problem(refused);
        }
    }
}
