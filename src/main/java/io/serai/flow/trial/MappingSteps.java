package io.serai.flow.trial;

import io.serai.flow.Mappings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Has each step of a route that maps a message keep what it mapped; no other step knows of it. */
@Component
class MappingSteps implements InterceptStrategy {

    private static final Pattern MAPS = Pattern.compile("(?:jslt|xslt-saxon):([^?]+)(?:\\?(.*))?");
    private static final String FILE = "file:";

    private final Mappings mappings;
    private final Supplier<MessageKeeping> keeping;

    MappingSteps(Mappings mappings, ObjectProvider<MessageKeeping> keeping) {
        this.mappings = mappings;
        this.keeping = SingletonSupplier.of(keeping::getObject);
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext camel, NamedNode definition, Processor target, @Nullable Processor next) {
        if (!(definition instanceof ToDefinition to) || to.getVariableSend() != null) {
            return target;
        }
        return step(to).<Processor>map(step -> new KeptStep(target, step, keeping)).orElse(target);
    }

    private Optional<MappingStep> step(ToDefinition to) {
        Matcher maps = MAPS.matcher(String.valueOf(to.getUri()));
        if (!maps.matches()) {
            return Optional.empty();
        }
        String of = URLDecoder.decode(maps.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        return Optional.of(of)
                .filter(resource -> resource.startsWith(FILE))
                .flatMap(resource -> mappings.fileOf(resource.substring(FILE.length())))
                .map(
                        file ->
                                new MappingStep(
                                        file,
                                        Optional.ofNullable(maps.group(2)).orElse(""),
                                        to.getVariableReceive()));
    }
}
