package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.console.Frame;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The contract of the REST face as a page to read and to try it on. Its calls carry the login that
 * is entered there, never the one of the page.
 */
@Controller
class ApiPage {

    /** What shows the contract writes styles and small pictures into the page, and no scripts. */
    private static final String OWN_SCRIPTS =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private final OpenApiDocument contract;
    private final Frame frame;

    ApiPage(OpenApiDocument contract, Frame frame) {
        this.frame = frame;
        this.contract = contract;
    }

    @GetMapping("/api-page")
    String page(@AuthenticationPrincipal SignedIn user, Model model, HttpServletResponse response) {
        frame.on(model, user, "api");
        response.setHeader("Content-Security-Policy", OWN_SCRIPTS);
        return "api";
    }

    /** The contract, for whoever is signed in to the pages. */
    @GetMapping(path = "/api-page/contract", produces = "application/json")
    @ResponseBody
    JsonNode contract() {
        return contract.document();
    }
}
