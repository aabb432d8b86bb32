using System.Reflection;

namespace VideoAnalysis.Functions.Page;

/// <summary>The files that the page is made of. They are part of the assembly, under <c>page/</c>.</summary>
internal static class PageFiles
{
    /// <summary>The file that the browser opens; it names the others.</summary>
    public const string Index = "index.html";

    private const string Folder = "page/";

    private static readonly Assembly Assembly = typeof(PageFiles).Assembly;

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private static readonly Dictionary<string, Lazy<PageFile>> Files = Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(
            name => name[Folder.Length..], name => new Lazy<PageFile>(() => Read(name)), StringComparer.Ordinal);

    /// <summary>Finds a file.</summary>
    /// <returns>Null when there is none of that name.</returns>
    public static PageFile? Find(string name) => Files.GetValueOrDefault(name)?.Value;

    private static PageFile Read(string name)
    {
        using var resource = Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return new(ContentTypes[Path.GetExtension(name)], content.ToArray());
    }
}
