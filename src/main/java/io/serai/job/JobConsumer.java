package io.serai.job;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** A job's route: known to the clock from its start until it is removed. */
final class JobConsumer extends DefaultConsumer {

    private final JobEndpoint job;
    private @Nullable JobRoutes known;

    JobConsumer(JobEndpoint job, Processor processor) {
        super(job, processor);
        this.job = job;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        JobRoutes routes =
                getEndpoint().getCamelContext().getRegistry().findSingleByType(JobRoutes.class);
        if (routes == null) {
            throw new IllegalStateException(
                    getEndpoint().getEndpointUri() + ": no jobs are run here");
        }
        routes.arrived(job.plan(getRoute()), this);
        known = routes;
    }

    @Override
    protected void doShutdown() throws Exception {
        if (known != null) {
            known.left(job.plan(getRoute()).name(), this);
        }
        super.doShutdown();
    }

    /** Runs the route to its end. */
    void run(Exchange exchange) throws Exception {
        getProcessor().process(exchange);
    }
}
