package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What keeps somebody from using a page: found by axe, none of it serious. */
public final class Axe {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private Axe() {}

    /** Fails with the rule and the elements that break it. */
    public static void check(Page page) {
        assertThat(found(page)).isEmpty();
    }

    /** The rules that are broken, with the elements that break them. */
    static List<String> found(Page page) {
        return found(page, of(page));
    }

    /** What cannot be told from its ground: the only rule that hangs on the colours. */
    static List<String> paleIn(Page page) {
        return found(page, of(page).withRules(List.of("color-contrast")));
    }

    /**
     * Looks without a page of its own, as all that is shown is of one origin, and tells only what
     * is broken.
     */
    private static AxeBuilder of(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    private static List<String> found(Page page, AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(rule -> page.url() + ": " + told(rule))
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + " at "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }
}
