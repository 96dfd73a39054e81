package io.serai.flow.trial;

import io.serai.flow.trial.TriedMapping.Cut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has mappings tried within a time and a memory, one trial after the other: each in a process of
 * its own, which ends whatever a text does.
 */
final class Trials {

    private final Semaphore turn = new Semaphore(1);
    private final Function<String, List<KeptMessage>> messages;
    private final KeptMessageSettings settings;

    /**
     * @param messages the last of a mapping, newest first
     */
    Trials(Function<String, List<KeptMessage>> messages, KeptMessageSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * Tries each of the texts over the messages that are kept of it.
     *
     * @throws TrialUnderWay while another goes on
     */
    List<TriedMapping> run(TriedTexts texts) {
        if (!turn.tryAcquire()) {
            throw new TrialUnderWay();
        }
        try (TrialJvm jvm = TrialJvm.start(settings.trialAtMost(), settings.trialMemory())) {
            return run(texts, jvm);
        } catch (IOException none) {
            throw new UncheckedIOException("no process to try mappings in", none);
        } finally {
            turn.release();
        }
    }

    private List<TriedMapping> run(TriedTexts texts, TrialJvm jvm) {
        List<TriedMapping> tried = new ArrayList<>();
        @Nullable Cut ended = begin(jvm, texts) ? null : jvm.why();
        for (String file : new TreeSet<>(texts.files())) {
            List<KeptMessage> kept = messages.apply(file);
            TriedMapping of = new TriedMapping(file, kept.size(), 0, List.of(), null, null);
            if (ended == null) {
                of = run(of, kept, jvm);
                ended = of.cut() == null ? null : Cut.BEFORE;
            } else {
                of = of.cut(ended);
            }
            tried.add(of);
        }
        return tried;
    }

    private static TriedMapping run(TriedMapping of, List<KeptMessage> kept, TrialJvm jvm) {
        TriedMapping known = of;
        if (tell(jvm, new KeptOfMapping(of.mapping(), kept))) {
            @Nullable TriedMapping found = found(jvm);
            while (found != null) {
                known = found;
                if (known.isThrough()) {
                    return known;
                }
                found = found(jvm);
            }
        }
        return known.cut(jvm.why());
    }

    /** Whether it began: it may have ended. */
    private static boolean begin(TrialJvm jvm, TriedTexts texts) {
        try {
            return jvm.begin(texts);
        } catch (IOException ended) {
            return false;
        }
    }

    private static boolean tell(TrialJvm jvm, KeptOfMapping kept) {
        try {
            jvm.tell(kept);
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    private static @Nullable TriedMapping found(TrialJvm jvm) {
        try {
            return jvm.found();
        } catch (IOException ended) {
            return null;
        }
    }
}
