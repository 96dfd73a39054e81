package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.console.access.Grants;
import io.serai.hotel.night.NightsSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.util.unit.DataSize;

/** What callers are answered where something failed. */
class ProblemsTests {

    @Test
    void asksNobodyToTryAgainWhatCannotBe() throws IOException {
        assertThat(status(new DuplicateKeyException("there"))).isEqualTo(409);
        assertThat(status(new DataIntegrityViolationException("no"))).isEqualTo(422);
        assertThat(status(new QueryTimeoutException("slow"))).isEqualTo(503);
    }

    @Test
    void saysWhenToTryAgain() throws IOException {
        Message answer = answered(new Problem(503, "Busy", "full").again(Duration.ofSeconds(10)));

        assertThat(answer.getHeader("Retry-After", Integer.class)).isEqualTo(10);
        assertThat(answer.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/problem+json");
    }

    @Test
    @Timeout(5)
    void saysAtOnceThatNightsAreBusy() {
        NightsSettings full = new NightsSettings(DataSize.ofMegabytes(1), 1, 0, 1);
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty("caller", new Caller("user:anna", List.of(1L), Grants.NONE));
        exchange.getMessage().setHeader("hotel", "1");
        exchange.getMessage().setHeader(Exchange.HTTP_PATH, "/api/rate-sync/hotels/1/nights");

        Problem busy =
                catchThrowableOfType(
                        Problem.class,
                        () ->
                                new ApiNights(null, null, null, null, null, full, null)
                                        .write(exchange));

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.again()).isPositive();
    }

    private static int status(Exception why) throws IOException {
        return answered(why).getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    private static Message answered(Exception why) throws IOException {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, why);
        new Problems(new ObjectMapper()).answer(exchange);
        return exchange.getMessage();
    }
}
