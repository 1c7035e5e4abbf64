package io.liasse.capture.invoice;

import java.io.StringWriter;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;

/**
 * Runs the stylesheets that Mustang's jars hold. Each takes seconds to compile and little to run, so the last eight are
 * kept. They reach nothing but the jars. Not thread-safe.
 */
final class Stylesheets {
    private static final int MOST = 8;

    private final Processor processor = new Processor(false);
    private final Map<String, XsltExecutable> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, XsltExecutable> eldest) {
            return size() > MOST;
        }
    };

    Stylesheets() {
        processor.getUnderlyingConfiguration().setResourceResolver(Stylesheets::inTheJars);
    }

    /** What a stylesheet names beside itself; all else is refused. */
    private static Source inTheJars(ResourceRequest request) throws XPathException {
        String base = String.valueOf(request.baseUri);
        String wanted = request.relativeUri == null ? String.valueOf(request.uri) : request.relativeUri;
        String inner = base.contains("!/") ? base.substring(base.indexOf("!/") + 1) : "/";
        String path = Path.of(inner).resolveSibling(wanted).normalize().toString();
        URL found = Stylesheets.class.getResource(path);
        if (found == null || !base.startsWith("jar:")) {
            throw new XPathException("Not among the stylesheets: " + wanted);
        }
        return new StreamSource(found.toString());
    }

    DocumentBuilder documents() {
        return processor.newDocumentBuilder();
    }

    /** What the stylesheet of this name, within the jars, makes of a document. */
    XdmNode apply(String name, XdmNode document) {
        try {
            Xslt30Transformer transformer = compiled(name).load30();
            transformer.setGlobalContextItem(document);
            transformer.setMessageHandler(message -> {});
            XdmDestination result = new XdmDestination();
            transformer.applyTemplates(document, result);
            return result.getXdmNode();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private XsltExecutable compiled(String name) throws SaxonApiException {
        XsltExecutable known = compiled.get(name);
        if (known == null) {
            URL found = Objects.requireNonNull(Stylesheets.class.getResource("/" + name), name);
            XsltCompiler compiler = processor.newXsltCompiler();
            known = compiler.compile(new StreamSource(found.toString()));
            compiled.put(name, known);
        }
        return known;
    }

    /** The document as text. */
    String text(XdmNode node) {
        try {
            StringWriter out = new StringWriter();
            Serializer serializer = processor.newSerializer(out);
            serializer.serializeNode(node);
            return out.toString();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }
}
