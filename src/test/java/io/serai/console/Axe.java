package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

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
        List<String> found =
                new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                                .map(Axe::told)
                                .toList();

        assertThat(found).as("what axe finds at %s", page.url()).isEmpty();
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
