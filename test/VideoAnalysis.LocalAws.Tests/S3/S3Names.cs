using VideoAnalysis.Testing;

namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>An operation as S3 itself knows it, from <c>s3-names.txt</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Path">Its path and query, with <c>{Bucket}</c> and <c>{Key+}</c> for the names.</param>
/// <param name="Members">Its headers and query parameters.</param>
internal sealed record S3Names(
    string Name, string Method, string Path, IReadOnlyList<(bool IsHeader, string Name)> Members)
{
    /// <summary>All operations of S3.</summary>
    public static IReadOnlyList<S3Names> All { get; } = Read();

    private static List<S3Names> Read()
    {
        var file = System.IO.Path.Combine(
            RepositoryFolder.Path, "test", "VideoAnalysis.LocalAws.Tests", "S3", "s3-names.txt");
        var operations = new List<S3Names>();
        var members = new List<(bool, string)>();
        foreach (var line in File.ReadLines(file).Where(line => !line.StartsWith('#')))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line.StartsWith(' '))
            {
                members.Add((words[0] == "header", words[1]));
            }
            else
            {
                members = [];
                operations.Add(new(words[0], words[1], words[2], members));
            }
        }

        return operations;
    }
}
