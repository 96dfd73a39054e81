package io.serai.flow.trial;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Has mappings tried within a time, one trial after the other: a text that never ends is left
 * behind, and the next trial begins when it ends.
 */
final class Trials {

    private final Function<String, List<KeptMessage>> messages;
    private final Duration atMost;
    private Thread running = new Thread();

    /**
     * @param messages the last of a mapping, newest first
     */
    Trials(Function<String, List<KeptMessage>> messages, Duration atMost) {
        this.messages = messages;
        this.atMost = atMost;
    }

    /**
     * Tries those of the texts of which a message is kept.
     *
     * @throws TrialUnderWay while another goes on
     */
    List<TriedMapping> run(TriedTexts texts) {
        Map<String, List<KeptMessage>> kept = new TreeMap<>();
        texts.files().forEach(file -> kept.put(file, messages.apply(file)));
        MessageTrial trial = new MessageTrial(texts, kept);
        Thread thread = begin(trial);
        try {
            thread.join(atMost.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        trial.end();
        return trial.tried();
    }

    private synchronized Thread begin(MessageTrial trial) {
        if (running.isAlive()) {
            throw new TrialUnderWay();
        }
        running = new Thread(trial, "mapping-trial");
        running.setDaemon(true);
        running.start();
        return running;
    }
}
