package dev.foundation.tracing.tracestore.ingest;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/** Reads a request in Protobuf only to count what it would become, before anything is made of it. */
final class RequestScan {

    // The parser refuses what is nested deeper, so there is no need to look into it.
    private static final int DEPTH = 100;

    private final CodedInputStream in;
    private final RequestSize size = new RequestSize();

    private RequestScan(byte[] body) {
        in = CodedInputStream.newInstance(body);
    }

    /** @throws MalformedRequestException if there are too many spans, or too many messages and unknown fields of any kind */
    static void check(byte[] body) throws IOException, MalformedRequestException {
        new RequestScan(body).scan(ExportTraceServiceRequest.getDescriptor(), 0);
    }

    private void scan(Descriptor type, int depth) throws IOException, MalformedRequestException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            FieldDescriptor field = known(type, tag);
            if (field == null || isMessage(field))
                size.add(field == null ? null : field.getMessageType());
            if (field != null && isMessage(field) && depth < DEPTH)
                enter(field.getMessageType(), depth + 1);
            else
                skip(tag);
        }
    }

    private void enter(Descriptor type, int depth) throws IOException, MalformedRequestException {
        int outer = in.pushLimit(in.readRawVarint32());
        scan(type, depth);
        in.popLimit(outer);
    }

    private void skip(int tag) throws IOException, MalformedRequestException {
        // The parser would keep whatever a group holds, and OTLP has none.
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_START_GROUP || !in.skipField(tag))
            throw new MalformedRequestException("not an OTLP request in Protobuf: it holds a group");
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    }

    // To the parser a field of the wrong form is an unknown one, and it keeps those.
    private static @Nullable FieldDescriptor known(Descriptor type, int tag) {
        FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
        if (field == null || field.getLiteType().getWireType() != WireFormat.getTagWireType(tag))
            return null;
        return field;
    }
}
