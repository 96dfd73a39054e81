package io.serai.channel;

import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.springframework.stereotype.Component;

/**
 * The headers of a message as Camel sends them, and its Content-Type also where the message has no
 * body: some channels name the version of what they answer by it.
 */
@Component("typedHeaders")
public final class TypedHeaders extends HttpHeaderFilterStrategy {

    public TypedHeaders() {
        getOutFilter().remove("content-type");
    }
}
