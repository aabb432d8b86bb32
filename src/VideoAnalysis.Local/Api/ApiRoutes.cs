namespace VideoAnalysis.Local.Api;

/// <summary>The routes of the HTTP API, as template.yaml has them.</summary>
internal static class ApiRoutes
{
    private static readonly ApiRoute[] Written =
    [
        new("GET", "/", "GetPage"),
        new("GET", "/page/{file+}", "GetPage"),
        new("GET", "/results", "GetResults"),
        new("GET", "/results/{video+}", "GetResults"),
        new("GET", "/appearances/{video+}", "GetResults"),
        new("GET", "/timeline/{video+}", "GetResults"),
        new("DELETE", "/results/{video+}", "DeleteResults"),
        new("POST", "/analyses/{video+}", "RequestAnalyses"),
        new("GET", "/videos/{video+}", "GetVideo"),
        new("GET", "/persons", "ManagePersons"),
        new("POST", "/persons/{name}/faces", "ManagePersons"),
        new("DELETE", "/persons/{name}", "ManagePersons"),
        new("POST", "/uploads", "Upload"),
        new("POST", "/uploads/parts", "Upload"),
        new("POST", "/uploads/complete", "Upload"),
        new("POST", "/uploads/abort", "Upload"),
        new("GET", "/openapi.yaml", "GetResults"),
    ];

    /// <summary>All of them: HEAD goes where GET goes.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
        [.. Written, .. Written.Where(route => route.Method == "GET").Select(route => route with { Method = "HEAD" })];
}
