package io.serai.flow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Hears of every change, and refuses a {@code channel.yaml} that says so. */
class Listener {

    final List<String> heard = new CopyOnWriteArrayList<>();

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        heard.add("ready");
    }

    @EventListener
    void hear(FlowChanged change) {
        if (change.isNamed("channel.yaml") && change.text().orElse("").contains("refuse me")) {
            throw new FlowRefused(2, "unknown key 'refuse me'");
        }
        heard.add(change.folder() + " " + change.file() + (change.text().isEmpty() ? " gone" : ""));
    }
}
