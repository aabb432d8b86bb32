using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>The documents of S3's protocol.</summary>
internal static class S3Xml
{
    public const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    // Keys may hold characters that XML 1.0 has no way to write; S3 writes them as references all the same.
    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Writes a document.</summary>
    public static ReadOnlyMemory<byte> Write(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Writing))
        {
            xml.WriteStartDocument();
            write(xml);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>Writes a root element in S3's namespace.</summary>
    public static void Root(this XmlWriter xml, string name, Action<XmlWriter> content)
    {
        xml.WriteStartElement(name, Namespace);
        content(xml);
        xml.WriteEndElement();
    }

    /// <summary>Writes an element that holds others.</summary>
    public static void Group(this XmlWriter xml, string name, Action<XmlWriter> content)
    {
        xml.WriteStartElement(name);
        content(xml);
        xml.WriteEndElement();
    }

    /// <summary>Writes an element with text; nothing for null.</summary>
    public static void Text(this XmlWriter xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteElementString(name, WellFormed(value));
        }
    }

    /// <summary>A text without halves of surrogate pairs, which no encoding of XML can hold.</summary>
    private static string WellFormed(string text)
    {
        // Only a request can bring such a text, and only an error or an echo of the request contains it.
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i++))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }

    /// <summary>Writes an element with a number.</summary>
    public static void Number(this XmlWriter xml, string name, long value) =>
        xml.WriteElementString(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes an element with true or false.</summary>
    public static void Flag(this XmlWriter xml, string name, bool value) =>
        xml.WriteElementString(name, value ? "true" : "false");

    /// <summary>Writes an element with a time, as S3 does: UTC, with milliseconds.</summary>
    public static void Time(this XmlWriter xml, string name, DateTimeOffset value) =>
        xml.WriteElementString(name, value.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Writes an element with an entity tag, in its quotes.</summary>
    public static void ETag(this XmlWriter xml, string value) => xml.WriteElementString("ETag", $"\"{value}\"");

    /// <summary>The child elements of a name, in whatever namespace: clients differ.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name) =>
        element.Elements().Where(child => child.Name.LocalName == name);

    /// <summary>The text of a child element; null if there is none.</summary>
    public static string? ChildText(this XElement element, string name) =>
        element.Children(name).FirstOrDefault()?.Value;
}
