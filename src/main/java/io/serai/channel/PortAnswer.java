package io.serai.channel;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * What a channel's port answers becomes the message of the flow that asked it. A port that met a
 * failure and says in words what became of it has answered: to Camel the failure was handled, and
 * without this the flow that asked would end there and then.
 */
@Component("portAnswer")
public final class PortAnswer implements AggregationStrategy {

    @Override
    public Exchange aggregate(Exchange asked, Exchange answered) {
        asked.getMessage().setBody(answered.getMessage().getBody());
        asked.getMessage().setHeaders(answered.getMessage().getHeaders());
        answered.getProperties().forEach(asked::setProperty);
        return asked;
    }
}
