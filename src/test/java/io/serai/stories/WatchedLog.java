package io.serai.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/** The log with every logger at TRACE, written as it always is, and looked at instead of shown. */
final class WatchedLog implements AutoCloseable {

    private final Logger root =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    private final Appender<ILoggingEvent> console = root.iteratorForAppenders().next();
    private final Level usual = root.getLevel();
    private final Watching watching;

    /** Every line is looked at in the sink that is given. */
    WatchedLog(Sink lines) {
        this.watching = new Watching(lines);
        watching.setContext(root.getLoggerContext());
        watching.start();
        root.detachAppender(console);
        root.addAppender(watching);
        root.setLevel(Level.TRACE);
    }

    /** Lines of the routes that only TRACE has. */
    long traced() {
        return watching.traced.get();
    }

    @Override
    public void close() {
        root.setLevel(usual);
        root.detachAppender(watching);
        root.addAppender(console);
    }

    private final class Watching extends AppenderBase<ILoggingEvent> {

        private final Encoder<ILoggingEvent> encoder =
                ((OutputStreamAppender<ILoggingEvent>) console).getEncoder();
        private final Sink lines;
        private final AtomicLong traced = new AtomicLong();

        private Watching(Sink lines) {
            this.lines = lines;
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.look(event.getLoggerName(), new String(encoder.encode(event), UTF_8));
            if (event.getLevel() == Level.TRACE
                    && event.getLoggerName().startsWith("org.apache.camel")) {
                traced.incrementAndGet();
            }
        }
    }
}
