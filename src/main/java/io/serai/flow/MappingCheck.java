package io.serai.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jslt.JsltComponent;

/** Compiles a mapping as the routes will. */
public final class MappingCheck {

    private static final Pattern AT_LINE = Pattern.compile("at line (\\d+)");

    private final ObjectMapper json =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final CamelContext running;

    /**
     * @param running whose functions mappings may call
     */
    public MappingCheck(CamelContext running) {
        this.running = running;
    }

    /**
     * Refuses a mapping that would not compile.
     *
     * @param texts all mappings, the file among them, by path below the folder
     * @return the other mappings it is built from
     * @throws FlowRefused with the line
     */
    public Set<String> check(String file, Map<String, String> texts) {
        if (Mappings.isXslt(file)) {
            return new Stylesheet(file, texts).compile();
        }
        String text = String.valueOf(texts.get(file));
        if (file.endsWith(".jslt")) {
            compileJslt(file, text);
        } else {
            parseJson(text);
        }
        return Set.of();
    }

    private void compileJslt(String file, String text) {
        try {
            new Parser(new StringReader(text))
                    .withFunctions(functions())
                    .withSource(file)
                    .compile();
        } catch (JsltException e) {
            String problem = e.getMessageWithoutLocation().lines().findFirst().orElse("");
            Matcher at = AT_LINE.matcher(problem);
            int line = at.find() ? Integer.parseInt(at.group(1)) : e.getLine();
            throw new FlowRefused(line, "is not JSLT: " + problem, e);
        }
    }

    private Collection<com.schibsted.spt.data.jslt.Function> functions() {
        JsltComponent jslt = running.getComponent("jslt", JsltComponent.class);
        return jslt.getFunctions() == null ? List.of() : jslt.getFunctions();
    }

    private void parseJson(String text) {
        try {
            json.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new FlowRefused(line, "is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
