using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.Local.Tests.EndToEnd;

/// <summary>Counts what an operation of the local Rekognition is asked, and what it answers.</summary>
internal sealed class CountedStarts(IRekognitionOperation operation) : IRekognitionOperation
{
    private int _accepted;
    private int _refused;

    public string Name => operation.Name;

    /// <summary>Calls that were answered with a job.</summary>
    public int Accepted => _accepted;

    /// <summary>Calls that found no room.</summary>
    public int Refused => _refused;

    public async Task<byte[]> InvokeAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            var response = await operation.InvokeAsync(body, cancellationToken);
            Interlocked.Increment(ref _accepted);
            return response;
        }
        catch (RekognitionException e) when (e.Type == "LimitExceededException")
        {
            Interlocked.Increment(ref _refused);
            throw;
        }
    }
}

internal static class OperationDecoration
{
    /// <summary>Wraps the local Rekognition's operations.</summary>
    public static void Decorate(
        this IServiceCollection services, Func<IRekognitionOperation, IRekognitionOperation> decorate)
    {
        foreach (var service in services.Where(each => each.ServiceType == typeof(IRekognitionOperation)).ToList())
        {
            services.Remove(service);
            services.AddSingleton(provider => decorate((IRekognitionOperation)(
                service.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!))));
        }
    }
}
