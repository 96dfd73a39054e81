package io.serai.console.access;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a login and a password are asked for. */
@Controller
class SignInPage {

    private final OidcSignIn oidc;

    SignInPage(OidcSignIn oidc) {
        this.oidc = oidc;
    }

    @GetMapping("/login")
    String signIn(Model model) {
        model.addAttribute("provider", oidc.name());
        model.addAttribute("byProvider", OidcSignIn.PATH);
        return "sign-in";
    }
}
