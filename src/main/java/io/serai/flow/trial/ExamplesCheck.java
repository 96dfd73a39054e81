package io.serai.flow.trial;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Checks every mapping of a folder over its examples. */
public final class ExamplesCheck {

    private final PrintStream out;

    /**
     * @param out where everything is said
     */
    public ExamplesCheck(PrintStream out) {
        this.out = out;
    }

    /** Prints what does not hold, and how many do; whether all do. */
    public boolean check(Path mappings) {
        List<MappingExample> examples = MappingExample.below(mappings);
        int holding = 0;
        try (MappingRun run = new MappingRun()) {
            for (MappingExample example : examples) {
                holding += holds(run, example) ? 1 : 0;
            }
        }
        out.println(holding + " of " + examples.size() + " examples hold in " + mappings);
        return holding == examples.size();
    }

    private boolean holds(MappingRun run, MappingExample example) {
        try {
            String given = run.map(example);
            if (Likeness.holds(example, given)) {
                return true;
            }
            out.println("FAILS " + example);
            out.println(Difference.of("expected", example.expectedText(), "given", given));
        } catch (IllegalStateException failed) {
            out.println("FAILS " + example + ": " + failed.getMessage());
        }
        return false;
    }
}
