package io.serai.flow.trial;

import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** A step that maps, and has what it mapped kept. */
final class KeptStep extends DelegateAsyncProcessor {

    private final MappingStep step;
    private final Supplier<MessageKeeping> keeping;

    KeptStep(Processor target, MappingStep step, Supplier<MessageKeeping> keeping) {
        super(target);
        this.step = step;
        this.keeping = keeping;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        MessageKeeping.Begun begun = keeping.get().begin(exchange, step);
        return begun == null
                ? super.process(exchange, callback)
                : super.process(
                        exchange,
                        doneAtOnce -> {
                            begun.end(exchange);
                            callback.done(doneAtOnce);
                        });
    }
}
