package io.serai.flow;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.springframework.context.annotation.Bean;

/** A consumer that passes every check and will not start when told so, as a port in use. */
public class Balky extends DefaultComponent {

    static final AtomicBoolean BALKS = new AtomicBoolean();

    static class Registration {
        @Bean("balky-component")
        Balky balky() {
            return new Balky();
        }
    }

    @Override
    protected Endpoint createEndpoint(
            String uri, String remaining, Map<String, Object> parameters) {
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Consumer createConsumer(Processor processor) {
                return new DefaultConsumer(this, processor) {
                    @Override
                    protected void doStart() {
                        if (BALKS.get() && remaining.equals("new")) {
                            throw new IllegalStateException("the port is in use");
                        }
                    }
                };
            }
        };
    }
}
