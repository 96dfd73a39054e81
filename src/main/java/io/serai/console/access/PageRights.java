package io.serai.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a user do on pages what their rights allow now. A hotel that they do not see is for the page
 * to answer: it is not there.
 */
@Component
class PageRights implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    private final Users users;

    PageRights(Users users) {
        this.users = users;
    }

    @Override
    public void addInterceptors(InterceptorRegistry pages) {
        pages.addInterceptor(this)
                .excludePathPatterns("/api/**", "/webhooks/**", "/actuator/**", "/error");
    }

    /**
     * Ends the session of one who is no user any more, or has another password since.
     *
     * @throws ResponseStatusException 403 when they may not
     */
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || request.getUserPrincipal() == null) {
            return true;
        }
        if (!(request.getUserPrincipal() instanceof Authentication who)
                || !(who.getPrincipal() instanceof SignedIn user)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "no user of Serai (expected: one who signed in)");
        }
        if (!users.isStill(user)) {
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/login");
            return false;
        }
        Needs needs = needs(method);
        boolean looks = LOOKING.contains(request.getMethod());
        if (needs == null && looks) {
            return true;
        }
        Right right = needs == null ? Right.OPERATE : needs.value();
        if (!may(users.grants(user), right, hotel(request))) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "may not " + right.word() + " (expected: who may)");
        }
        return true;
    }

    private static boolean may(Grants grants, Right right, @Nullable String hotel) {
        if (hotel == null) {
            return grants.mayAnywhere(right);
        }
        // a page would read other ways to write a number too: it must be the one that is asked
        // about
        if (!hotel.matches("[1-9][0-9]{0,8}")) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "hotel '" + hotel + "' (expected: its number)");
        }
        long id = Long.parseLong(hotel);
        return grants.may(right, id) || !grants.may(Right.READ, id);
    }

    private static @Nullable String hotel(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> named
                ? (String) named.get("hotel")
                : null;
    }

    private static @Nullable Needs needs(HandlerMethod method) {
        Needs own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
        return own == null
                ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class)
                : own;
    }
}
