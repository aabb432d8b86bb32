using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoAnalysis.Results;

namespace VideoAnalysis.Local.Results;

/// <summary>Registers the results in SQLite.</summary>
internal static class ResultsServices
{
    /// <summary>
    /// Adds the <see cref="IResultStore"/> in the local database, in the place of any other. Needs the local storage
    /// and the <see cref="Analyses.AnalysisRegistry"/>.
    /// </summary>
    public static IServiceCollection AddSqliteResults(this IServiceCollection services)
    {
        services.AddSingleton(ResultsSchema.Part);
        services.Replace(ServiceDescriptor.Singleton<IResultStore, SqliteResultStore>());
        return services;
    }
}
