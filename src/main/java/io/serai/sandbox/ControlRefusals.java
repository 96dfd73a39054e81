package io.serai.sandbox;

import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers {@code {"code": …, "reason": …}} when the control face refuses. */
final class ControlRefusals implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception thrown) {
        if (thrown instanceof Refusal refusal) {
            return answer(response, refusal.status(), refusal.code(), refusal.words());
        }
        if (thrown instanceof IllegalArgumentException
                || thrown instanceof java.time.DateTimeException) {
            return answer(response, 400, "394", String.valueOf(thrown.getMessage()));
        }
        return null;
    }

    private static ModelAndView answer(
            HttpServletResponse response, int status, String code, String reason) {
        try {
            response.setStatus(status);
            response.setContentType("application/json");
            response.getWriter().write(Json.write(Map.of("code", code, "reason", reason)));
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
