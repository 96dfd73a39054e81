package io.serai.api;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.springframework.stereotype.Component;

/** Takes an {@link Answer} apart for the route that sends it. */
@Component("apiAnswers")
public class ApiAnswers {

    private static final String ANSWER = "answer";

    /** Keeps what the headers need and leaves the body to be written. */
    public void body(Exchange exchange) throws InvalidPayloadException {
        Answer answer = exchange.getMessage().getMandatoryBody(Answer.class);
        exchange.setProperty(ANSWER, answer);
        exchange.getMessage().setBody(answer.body());
    }

    /** Sets status and ETag, after the body was written. */
    public void headers(Exchange exchange) {
        Answer answer = exchange.getProperty(ANSWER, Answer.class);
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        if (answer.version() != null) {
            exchange.getMessage().setHeader("ETag", '"' + answer.version() + '"');
        }
    }
}
