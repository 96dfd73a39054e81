package io.serai.job;

import java.time.ZoneId;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.Route;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** A job, from which one route runs. */
final class JobEndpoint extends DefaultEndpoint {

    private final String name;
    private final String cron;
    private final @Nullable ZoneId zone;

    JobEndpoint(
            String uri, JobComponent component, String name, String cron, @Nullable ZoneId zone) {
        super(uri, component);
        this.name = name;
        this.cron = cron;
        this.zone = zone;
    }

    /** The job, in the words of the route that runs from it. */
    JobPlan plan(Route route) {
        String does = route.getDescription();
        return new JobPlan(name, does == null ? "" : does, cron, zone);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                getEndpointUri() + " starts a route (expected: as from, not as to)");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        JobConsumer consumer = new JobConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }
}
