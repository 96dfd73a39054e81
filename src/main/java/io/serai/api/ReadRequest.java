package io.serai.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A request whose body was read already. */
final class ReadRequest extends HttpServletRequestWrapper {

    private static final String CONTENT = ReadRequest.class.getName();

    private final Body body;

    ReadRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = new Body(body);
        request.setAttribute(CONTENT, body);
    }

    /** The whole body of a request that was read already, whoever wrapped it and read it since. */
    static byte[] content(ServletRequest request) {
        return (byte[])
                Objects.requireNonNull(request.getAttribute(CONTENT), "the body was not read");
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            return bytes.read(into, offset, count);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body was read already");
        }
    }
}
