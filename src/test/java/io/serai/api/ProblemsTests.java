package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;

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
