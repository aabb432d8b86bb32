namespace VideoAnalysis.Local.Api;

/// <summary>A function's answer in payload format 2.0.</summary>
internal sealed record ApiResponse
{
    public int? StatusCode { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public IReadOnlyList<string>? Cookies { get; init; }

    public string? Body { get; init; }

    public bool IsBase64Encoded { get; init; }
}
