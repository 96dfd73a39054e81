package io.serai.sandbox.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Lets every call of the channel's faces in: demands, faults, the record of calls. */
public final class Door {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String NO_ANSWER =
            "<html><head><title>Sorry</title></head><body>We are busy.<br></body></html>";

    private final List<Gate> gates;
    private final Faults faults;
    private final CallLog calls;

    public Door(List<Gate> gates, Faults faults, CallLog calls) {
        this.gates = gates;
        this.faults = faults;
        this.calls = calls;
    }

    /** Answers one call; the effect is committed and the call recorded before a byte goes out. */
    public ServerResponse pass(Face face, ServerRequest request) throws IOException {
        var at = Instant.now();
        var servlet = request.servletRequest();
        var body = servlet.getInputStream().readAllBytes();
        var text = new String(body, StandardCharsets.UTF_8);
        var path = servlet.getRequestURI();
        var call = call(request, body);
        var fault = faults.strike(path, path + "?" + servlet.getQueryString() + "\n" + text);
        var answer =
                fault != null && fault.beforeEffect()
                        ? spoiled(face, fault, call.ruid())
                        : settle(face, servlet, call);
        var secret = face.demands().secret();
        calls.add(
                new CallEntry(
                        at,
                        face.method(),
                        path,
                        servlet.getQueryString(),
                        call.caller() == Caller.NOBODY
                                ? answer.account()
                                : call.caller().clientId(),
                        body.length,
                        secret ? answer.withoutBody() : answer,
                        fault == null ? null : fault.label(),
                        call.ruid(),
                        (int) java.time.Duration.between(at, Instant.now()).toMillis(),
                        secret ? "" : text));
        return ServerResponse.status(answer.status())
                .header("Content-Type", answer.contentType())
                .build(
                        (in, out) -> {
                            try {
                                send(answer, fault, in, out);
                            } finally {
                                call.afterwards().forEach(Runnable::run);
                            }
                            return null;
                        });
    }

    private Call call(ServerRequest request, byte[] body) {
        var header = request.servletRequest().getHeader("Authorization");
        return new Call(
                header == null ? Caller.NOBODY : callerOf(header),
                request.pathVariables(),
                Query.of(request.servletRequest()),
                request.headers().asHttpHeaders(),
                body,
                Ruid.next(),
                new ArrayList<>());
    }

    private Caller callerOf(String authorization) {
        return gates.stream()
                .flatMap(gate -> gate.callerOf(authorization).stream())
                .findFirst()
                .orElse(Caller.NOBODY);
    }

    private Answer settle(Face face, HttpServletRequest request, Call call) {
        try {
            face.demands().check(request, call.caller() == Caller.NOBODY ? null : call.caller());
            return face.handler().answer(call);
        } catch (Refusal refusal) {
            return face.dialect().refuse(refusal, call.ruid());
        } catch (RuntimeException e) {
            LOG.error("The stand-in failed at {} (RUID {})", face.path(), call.ruid(), e);
            return face.dialect()
                    .refuse(
                            new Refusal(500, "450", "the stand-in failed, see its log"),
                            call.ruid());
        }
    }

    private static Answer spoiled(Face face, Fault fault, String ruid) {
        return fault.kind() == Fault.Kind.HTML
                ? Answer.of(fault.status() == null ? 200 : fault.status(), "text/html", NO_ANSWER)
                : face.dialect().refuse(spoiled(fault), ruid);
    }

    private static Refusal spoiled(Fault fault) {
        return switch (fault.kind()) {
            case THROTTLE -> new Refusal(429, "450", "Too many requests");
            case ERROR ->
                    new Refusal(
                            fault.status() == null ? 500 : fault.status(),
                            fault.code() == null ? "450" : fault.code(),
                            "A fault that was asked for");
            default -> new Refusal(500, "450", "Connection cut");
        };
    }

    private static void send(
            Answer answer, @Nullable Fault fault, HttpServletRequest in, HttpServletResponse out)
            throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        var kind = fault == null ? null : fault.kind();
        if (kind == Fault.Kind.CUT || kind == Fault.Kind.LOST_ANSWER) {
            in.setAttribute(CutValve.CUT, true);
            return;
        }
        if (fault != null && kind == Fault.Kind.SLOW && fault.delay() != null) {
            pause(fault.delay());
        }
        if (fault != null && kind == Fault.Kind.THROTTLE && fault.retryAfter() != null) {
            out.setHeader("Retry-After", fault.retryAfter().toString());
        }
        answer.headers().forEach(out::setHeader);
        out.setContentLength(bytes.length);
        if (kind == Fault.Kind.TRUNCATED) {
            out.getOutputStream().write(bytes, 0, bytes.length / 2);
            out.flushBuffer();
            in.setAttribute(CutValve.CUT, true);
            return;
        }
        out.getOutputStream().write(bytes);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
