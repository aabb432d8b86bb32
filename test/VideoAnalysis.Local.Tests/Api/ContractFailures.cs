namespace VideoAnalysis.Local.Tests.Api;

/// <summary>Calls every operation of the API while something behind it fails.</summary>
internal static class ContractFailures
{
    public static async Task SeeAsync(ContractSystem api)
    {
        await AllFailAsync(api, () => new InvalidOperationException("The table is gone."), 500);
        api.TimeLimit = TimeSpan.Zero;
        await AllFailAsync(api, () => new OperationCanceledException(), 503);
    }

    private static async Task AllFailAsync(ContractSystem api, Func<Exception> fault, int status)
    {
        api.Fault = fault;
        (string Operation, string Target, string? Body)[] calls =
        [
            ("GET /results", "/results", null),
            ("GET /results/{video}", "/results/film.mp4", null),
            ("GET /appearances/{video}", "/appearances/film.mp4", null),
            ("GET /timeline/{video}", "/timeline/film.mp4", null),
            ("DELETE /results/{video}", "/results/film.mp4", null),
            ("POST /analyses/{video}", "/analyses/film.mp4", "{}"),
            ("GET /videos/{video}", "/videos/film.mp4", null),
            ("GET /persons", "/persons", null),
            ("POST /persons/{name}/faces", "/persons/Ada/faces", "a picture"),
            ("DELETE /persons/{name}", "/persons/Ada", null),
            ("POST /uploads", "/uploads", """{"key":"film.mp4","size":1}"""),
            ("POST /uploads/parts", "/uploads/parts", """{"key":"film.mp4","uploadId":"x","partNumbers":[1]}"""),
            ("POST /uploads/complete", "/uploads/complete",
                """{"key":"film.mp4","uploadId":"x","parts":[{"partNumber":1,"eTag":"x"}]}"""),
            ("POST /uploads/abort", "/uploads/abort", """{"key":"film.mp4","uploadId":"x"}"""),
        ];
        foreach (var (operation, target, body) in calls)
        {
            var type = operation.EndsWith("/faces", StringComparison.Ordinal) ? "image/jpeg" : "application/json";
            var answer = await api.CallAsync(operation, target, body, type);
            Assert.True(answer.Status == status, $"{operation}: {answer.Status} {answer.Body}");
        }
    }
}
