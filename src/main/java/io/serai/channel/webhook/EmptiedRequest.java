package io.serai.channel.webhook;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.Reader;

/** A call whose body was taken out: no route sees a byte of it. It goes to the one that answers. */
final class EmptiedRequest extends HttpServletRequestWrapper {

    EmptiedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getRequestURI() {
        return OneAddress.ROUTE;
    }

    @Override
    public String getServletPath() {
        return OneAddress.ROUTE;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(Reader.nullReader());
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }
}
