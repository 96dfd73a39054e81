package io.serai.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.InstanceNotFoundException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapDumpsTests {

    @Test
    void refusesAHeapDumpToWhoeverAsksByJmx(@TempDir Path folder) throws Exception {
        var dump = folder.resolve("dump.hprof");
        var server = ManagementFactory.getPlatformMBeanServer();
        new HeapDumps().refuse();

        assertThatThrownBy(
                        () ->
                                server.invoke(
                                        new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                                        "dumpHeap",
                                        new Object[] {dump.toString(), true},
                                        new String[] {"java.lang.String", "boolean"}))
                .isInstanceOf(InstanceNotFoundException.class);

        new HeapDumps().refuse();
        assertThat(Files.exists(dump)).isFalse();
        assertThat(
                        server.queryNames(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"), null))
                .allSatisfy(
                        commands ->
                                assertThat(server.getMBeanInfo(commands).getOperations())
                                        .noneMatch(
                                                operation ->
                                                        operation.getName().contains("HeapDump")));
    }
}
