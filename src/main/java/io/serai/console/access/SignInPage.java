package io.serai.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a login and a password are asked for. */
@Controller
class SignInPage {

    private final OidcProvider oidc;

    SignInPage(OidcProvider oidc) {
        this.oidc = oidc;
    }

    @GetMapping(SignInWay.SIGN_IN)
    String signIn(HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("provider", oidc.name());
        model.addAttribute("byProvider", OidcSignIn.PATH);
        OidcSignOut.there(request)
                .ifPresent(
                        there -> {
                            response.setHeader("Refresh", "0; url=" + there);
                            model.addAttribute("leaving", there);
                        });
        return "sign-in";
    }
}
