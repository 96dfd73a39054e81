package io.serai.flow;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;

/** The steps of a route. */
final class Steps {

    private Steps() {}

    /** All steps, those inside others too, without what route configurations added. */
    static List<ProcessorDefinition<?>> of(RouteDefinition route) {
        List<ProcessorDefinition<?>> all = new ArrayList<>();
        collect(route.getOutputs(), all);
        return all;
    }

    private static void collect(
            List<ProcessorDefinition<?>> steps, List<ProcessorDefinition<?>> all) {
        for (ProcessorDefinition<?> step : steps) {
            if (!step.isAbstract()) {
                all.add(step);
                collect(step.getOutputs(), all);
            }
        }
    }
}
