package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.console.access.Grants;
import io.serai.hotel.night.NightsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

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

    @Test
    void takesACallerWhoLeavesForNoFaultOfItsOwn() throws IOException {
        Logger log = (Logger) LoggerFactory.getLogger(Problems.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        log.addAppender(said);
        try {
            answered(new UncheckedIOException(new ClientAbortException("Broken pipe")));
            answered(new AsyncRequestNotUsableException("after response errors"));
            assertThat(said.list).noneMatch(line -> line.getLevel() == Level.ERROR);

            assertThat(status(new IOException("Connection reset by peer"))).isEqualTo(500);
            assertThat(said.list).anyMatch(line -> line.getLevel() == Level.ERROR);
        } finally {
            log.detachAppender(said);
        }
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
