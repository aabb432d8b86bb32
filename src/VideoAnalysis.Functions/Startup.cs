using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.Events;

[assembly: LambdaSerializer(typeof(EventSerializer))]

namespace VideoAnalysis.Functions;

/// <summary>
/// Composes the functions. Each function's process makes only what its handler needs, before the first event comes:
/// a missing or wrong setting is found then, and named.
/// </summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Registers everything.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The generated code calls it on an instance.")]
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddVideoAnalysisFunctions(Environment.GetEnvironmentVariable);
        services.AddLogging(
            logging => logging.AddProvider(new JsonLogProvider(Console.OpenStandardOutput(), TimeProvider.System)));
    }
}
