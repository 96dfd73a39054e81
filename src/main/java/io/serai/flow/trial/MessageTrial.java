package io.serai.flow.trial;

import io.serai.flow.trial.MessageComparison.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Tries texts of mappings over the messages that were kept, beside all that runs: in a Camel and a
 * folder of its own. Each message is compared with what was made of it then; one that the tried
 * text itself made, with what the text before makes of it.
 */
final class MessageTrial implements Runnable {

    private static final String THEN = "what was made of it then";
    private static final String BEFORE = "what the text before the last change makes of it";

    private final List<TriedMapping> tried = new ArrayList<>();
    private final TriedTexts texts;
    private final Map<String, List<KeptMessage>> messages;
    private volatile boolean over;
    private volatile @Nullable RuntimeException failure;

    /**
     * @param messages by the files of their mappings, the newest first
     */
    MessageTrial(TriedTexts texts, Map<String, List<KeptMessage>> messages) {
        this.texts = texts;
        this.messages = messages;
        messages.forEach(
                (mapping, kept) ->
                        tried.add(new TriedMapping(mapping, kept.size(), 0, List.of(), null)));
    }

    /** What is known so far. */
    synchronized List<TriedMapping> tried() {
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(tried);
    }

    /** Has it begin no further message. */
    void end() {
        over = true;
    }

    @Override
    public void run() {
        Path folder = null;
        try (MappingRun run = new MappingRun()) {
            folder = Files.createTempDirectory("mappings");
            Path now = written(folder.resolve("now"), texts.now());
            Path before = written(folder.resolve("before"), texts.unchanged());
            int which = 0;
            for (Map.Entry<String, List<KeptMessage>> each : messages.entrySet()) {
                run(run, which++, each.getKey(), each.getValue(), now, before);
            }
        } catch (IOException unwritable) {
            failure = new UncheckedIOException("no folder to try mappings in", unwritable);
        } catch (RuntimeException failed) {
            failure = failed;
        } finally {
            if (folder != null) {
                FileSystemUtils.deleteRecursively(folder.toFile());
            }
        }
    }

    private void run(
            MappingRun run,
            int which,
            String mapping,
            List<KeptMessage> kept,
            Path now,
            Path before) {
        String text = texts.now().get(mapping);
        String refusal = text == null ? "is gone" : run.refusal(mapping, texts.now());
        if (text == null || refusal != null) {
            set(which, new TriedMapping(mapping, kept.size(), 0, List.of(), refusal));
            return;
        }
        String hash = MappingText.hash(text);
        List<TriedMessage> others = new ArrayList<>();
        for (KeptMessage one : kept) {
            if (over) {
                return;
            }
            int place = kept.indexOf(one) + 1;
            boolean own = one.textHash().equals(hash) && texts.before().containsKey(mapping);
            Outcome was =
                    own
                            ? run.map(before.resolve(mapping), one.message(), one.at())
                            : new Outcome(one.message().given(), one.message().failed());
            Outcome wouldBe = run.map(now.resolve(mapping), one.message(), one.at());
            TriedMessage other =
                    new MessageComparison(one, text, was, wouldBe)
                            .shown(place, own ? BEFORE : THEN);
            if (other != null) {
                others.add(other);
            }
            set(which, new TriedMapping(mapping, kept.size(), place, List.copyOf(others), null));
        }
    }

    private synchronized void set(int which, TriedMapping mapping) {
        tried.set(which, mapping);
    }

    private static Path written(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> each : texts.entrySet()) {
            Path file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
        }
        return folder;
    }
}
