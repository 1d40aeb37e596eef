// Verifies the signature of a document's root with Java's own XML signatures, whatever else is signed within it.
// Usage: java WholeSignature.java CERTIFICATE.pem < MESSAGE.xml; says `valid` or `not valid` on standard error.

import java.io.FileInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class WholeSignature {
    public static void main(String[] arguments) throws Exception {
        X509Certificate certificate;
        try (FileInputStream file = new FileInputStream(arguments[0])) {
            certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
        DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        documents.setNamespaceAware(true);
        documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element root = documents.newDocumentBuilder().parse(System.in).getDocumentElement();
        Node signature = root.getLastChild();
        if (!"Signature".equals(signature.getLocalName()) || !XMLSignature.XMLNS.equals(signature.getNamespaceURI())) {
            System.err.println("no signature at the end of the root");
            return;
        }
        DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
        XMLSignature found = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        System.err.println(found.validate(context) ? "valid" : "not valid");
    }
}
