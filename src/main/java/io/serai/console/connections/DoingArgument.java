package io.serai.console.connections;

import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers of connections' pages what they work with, from the path and the session. */
@Component
class DoingArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Doing.class;
    }

    @Override
    public Doing resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest asked,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request =
                Objects.requireNonNull(asked.getNativeRequest(HttpServletRequest.class));
        return new Doing(
                (SignedIn) ((Authentication) request.getUserPrincipal()).getPrincipal(),
                number(request, "hotel"),
                number(request, "connection"),
                (Model) Objects.requireNonNull(page).getModel(),
                request,
                Objects.requireNonNull(asked.getNativeResponse(HttpServletResponse.class)));
    }

    private static int number(HttpServletRequest request, String name) {
        var path =
                (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        try {
            return Integer.parseInt(String.valueOf(path.get(name)));
        } catch (NumberFormatException tooLong) {
            throw new NotHere(name + " " + path.get(name));
        }
    }
}
