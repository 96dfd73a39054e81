package io.serai.console.connections;

import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What somebody does at a connection by one of its pages: who does it, where, and how they are
 * answered. Handlers take it as their argument.
 *
 * @param connection the connection of the path
 * @param model of the page that is shown where it cannot be done
 */
record Doing(
        SignedIn user,
        int hotel,
        int connection,
        Model model,
        HttpServletRequest request,
        HttpServletResponse response) {

    /** The connection's own page. */
    String path() {
        return "/hotels/" + hotel + "/connections/" + connection;
    }

    /** Shows words on the next page, beside the act of this name. */
    void say(Object act, String words) {
        var next = RequestContextUtils.getOutputFlashMap(request);
        next.put("said", words);
        next.put("saidOf", act);
    }

    /** Shows words on this page, beside the act of this name, which could not be done. */
    void refuse(Object act, String words) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problem", words);
        model.addAttribute("problemOf", act);
    }
}
