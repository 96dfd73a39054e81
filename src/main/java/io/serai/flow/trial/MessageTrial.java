package io.serai.flow.trial;

import io.serai.flow.trial.MessageComparison.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Tries texts of mappings over the messages that were kept, in a Camel and a folder of its own.
 * Each message is compared with what was made of it then; one that the tried text itself made, with
 * what the text before makes of it.
 */
final class MessageTrial implements AutoCloseable {

    private static final String THEN = "what was made of it then";
    private static final String BEFORE = "what the text before the last change makes of it";

    private final MappingRun run = new MappingRun();
    private final TriedTexts texts;
    private final TrialPipe told;
    private final Path folder;
    private final Path now;
    private final Path before;

    /**
     * @param told is told of each message how far it is
     */
    MessageTrial(TriedTexts texts, TrialPipe told) throws IOException {
        this.texts = texts;
        this.told = told;
        this.folder = Files.createTempDirectory("mappings");
        this.now = written(folder.resolve("now"), texts.now());
        this.before = written(folder.resolve("before"), texts.unchanged());
    }

    /** Tries a mapping over its messages. */
    void run(KeptOfMapping of) throws IOException {
        String text = texts.now().get(of.mapping());
        String refusal = text == null ? "is gone" : run.refusal(of.mapping(), texts.now());
        List<TriedMessage> others = new ArrayList<>();
        if (text == null || refusal != null || of.messages().isEmpty()) {
            tell(of, 0, others, refusal);
            return;
        }
        int place = 0;
        for (KeptMessage one : of.messages()) {
            place++;
            TriedMessage other = tried(of.mapping(), text, one, place);
            if (other != null) {
                others.add(other);
            }
            tell(of, place, others, null);
        }
    }

    private @Nullable TriedMessage tried(String mapping, String text, KeptMessage one, int place) {
        boolean own =
                one.textHash().equals(MappingText.hash(text))
                        && texts.before().containsKey(mapping);
        Outcome was =
                own
                        ? run.map(before.resolve(mapping), one.message(), one.at())
                        : new Outcome(one.message().given(), one.message().failed());
        Outcome wouldBe = run.map(now.resolve(mapping), one.message(), one.at());
        return new MessageComparison(one, text, was, wouldBe).shown(place, own ? BEFORE : THEN);
    }

    private void tell(
            KeptOfMapping of, int place, List<TriedMessage> others, @Nullable String refusal)
            throws IOException {
        told.write(
                new TriedMapping(of.mapping(), of.messages().size(), place, others, refusal, null));
    }

    private static Path written(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> each : texts.entrySet()) {
            Path file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
        }
        return folder;
    }

    @Override
    public void close() throws IOException {
        run.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
