package io.serai.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.console.access.AccessRefused;
import io.serai.job.JobsAway;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers a request that failed, as {@code application/problem+json}. */
@Component("apiProblems")
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** Puts the answer on the exchange; says no more of Serai's own faults than that they are. */
    public void answer(Exchange exchange) throws JsonProcessingException {
        Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (hasLeft(why)) {
            LOG.debug(
                    "{}: the caller left before all was said", ExchangeHelper.getRouteId(exchange));
            exchange.getMessage().removeHeaders("*");
            exchange.getMessage().setBody(null);
            return;
        }
        Problem problem = problem(why);
        say(ExchangeHelper.getRouteId(exchange), problem, why);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("type", "about:blank");
        said.put("title", problem.title());
        said.put("status", problem.status());
        said.put("detail", problem.getMessage());
        said.putAll(problem.more());
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, problem.status());
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/problem+json");
        Duration again = problem.again();
        if (again != null) {
            exchange.getMessage().setHeader("Retry-After", again.toSeconds());
        }
        exchange.getMessage().setBody(json.writeValueAsString(said));
    }

    /** What was found out and put into words is no fault of Serai's: that needs no stack. */
    private static void say(String route, Problem problem, Throwable why) {
        boolean isFoundOut = problem == why || problem == why.getCause();
        if (problem.status() >= 500 && isFoundOut) {
            LOG.warn("{}: {}", route, problem.getMessage());
        } else if (problem.status() >= 500 || why instanceof DataIntegrityViolationException) {
            LOG.error("{} failed", route, why);
        }
    }

    /** Only what the server says of its own answer: a channel that hangs up is a fault. */
    private static boolean hasLeft(@Nullable Throwable why) {
        return why instanceof ClientAbortException
                || why instanceof AsyncRequestNotUsableException
                || why != null && hasLeft(why.getCause());
    }

    private static String where(JsonMappingException mapped) {
        return mapped.getPath().stream()
                .map(at -> at.getFieldName() == null ? "" + at.getIndex() : at.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static Problem problem(Throwable why) {
        if (why instanceof Problem known) {
            return known;
        }
        if (why.getCause() instanceof Problem known) {
            return known;
        }
        if (why instanceof AccessRefused refused) {
            return Problem.of(refused);
        }
        if (why instanceof JsonMappingException mapped && !mapped.getPath().isEmpty()) {
            return Problem.bad(
                    where(mapped) + ": of another kind (expected: as the contract says)");
        }
        if (why instanceof JsonProcessingException) {
            return Problem.bad("body: not JSON (expected: an object as the contract says)");
        }
        if (why instanceof DuplicateKeyException) {
            return new Problem(
                    409,
                    "Taken",
                    "body: what is there already (expected: what is not, or a change of it)");
        }
        if (why instanceof DataIntegrityViolationException) {
            return new Problem(
                    422,
                    "Cannot be",
                    "body: what the database cannot keep (expected: values as the contract says, and only what is there referred to)");
        }
        if (why instanceof DataAccessException || why instanceof TransactionException) {
            return new Problem(503, "Not now", "the database does not answer; try again");
        }
        if (why instanceof JobsAway || why.getCause() instanceof JobsAway) {
            return new Problem(503, "Not now", "this instance runs no jobs now; try again");
        }
        return new Problem(500, "Serai failed", "it is logged; nothing was begun");
    }
}
