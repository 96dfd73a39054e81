package io.serai.channel;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the JSON texts that the parts of a split end with into one JSON array, in their order. */
@Component("jsonList")
public final class JsonList implements AggregationStrategy {

    @Override
    public Exchange aggregate(@Nullable Exchange all, Exchange next) {
        String text = next.getMessage().getBody(String.class);
        if (all == null) {
            next.getMessage().setBody("[" + text + "]");
            return next;
        }
        String before = all.getMessage().getBody(String.class);
        all.getMessage().setBody(before.substring(0, before.length() - 1) + "," + text + "]");
        return all;
    }
}
